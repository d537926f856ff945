// Finds a Chromium for the browser journeys, or brings Debian's when it may.
import { existsSync } from 'node:fs';
import { installPackages, mayInstall, updatePackageLists } from './system-packages.mjs';
import { say } from './workplace.mjs';

const places = [
  process.env.HOTSEAT_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const findBrowser = () => places.find((place) => place && existsSync(place));

/** Returns the browser's path, or undefined after saying what to install. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (mayInstall()) {
    updatePackageLists();
    if (installPackages(['chromium']) && findBrowser()) return findBrowser();
  }
  say(
    'The browser journeys need Chromium and are skipped. Install it with: sudo apt-get install -y chromium (or set HOTSEAT_BROWSER)',
  );
  return undefined;
}
