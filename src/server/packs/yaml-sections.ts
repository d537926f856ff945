const beforeKey = /\n(?=[a-z]+:(?:\s|$))/;

/** Leaves out what belongs to other keys of the top level, which alone begin in the first column. */
export function sectionsOf(yaml: string, keys: ReadonlySet<string>): string {
  const isWanted = (section: string): boolean => {
    const key = /^([a-z]+):/.exec(section)?.[1];
    return key === undefined || keys.has(key);
  };
  return `${yaml.split(beforeKey).filter(isWanted).join('\n')}\n`;
}
