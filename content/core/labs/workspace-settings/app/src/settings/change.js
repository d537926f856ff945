const isObject = (value) => Object(value) === value && !Array.isArray(value);

/**
 * Lays a partial document over the settings, level by level. `null` removes an entry; a list takes the
 * place of the one that was there.
 */
export function applyChanges(settings, changes) {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) {
      delete settings[key];
    } else if (isObject(value)) {
      settings[key] = applyChanges(isObject(settings[key]) ? settings[key] : {}, value);
    } else {
      settings[key] = value;
    }
  }
  return settings;
}

/** Sets one entry; the levels on the way to it are created where they are missing. */
export function setEntry(settings, path, value) {
  const keys = Array.isArray(path) ? [...path] : path.split('.');
  const last = keys.pop();
  let level = settings;
  for (const key of keys) {
    if (!isObject(level[key])) level[key] = {};
    level = level[key];
  }
  level[last] = value;
  return settings;
}
