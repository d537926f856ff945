// Runs before the first paint, so that a chosen theme does not flash. Kept as a file: the policy allows no inline script.
(() => {
  try {
    const theme = localStorage.getItem('hotseat.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme it is.
  }
})();
