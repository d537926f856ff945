// What the pages of the status board do in the browser.
function drawChart(incidents) {
  const chart = document.querySelector('#chart');
  for (const { title, minutes } of incidents) {
    const bar = document.createElement('div');
    bar.style.width = `${Math.min(minutes, 600)}px`;
    bar.textContent = title;
    chart.append(bar);
  }
}

async function closeIncident(id) {
  const { token } = document.body.dataset;
  await fetch(`/incidents/${id}/close`, { method: 'POST', headers: { 'X-On-Call': token } });
  location.reload();
}

function copyText(text) {
  navigator.clipboard.writeText(text);
}
