import { defaults } from './defaults.js';

/** Account name -> JSON of what the person changed; the database keeps it in a text column. */
const saved = new Map();

export function loadSettings(name) {
  const text = saved.get(name);
  return { ...structuredClone(defaults), ...(text && JSON.parse(text)) };
}

export function saveSettings(name, settings) {
  saved.set(name, JSON.stringify(settings));
}
