import type { SarifArtifactLocation, SarifRun } from './sarif-log.ts';

/** Bases may stand on other bases; a loop among them ends here. */
const deepestBase = 8;

/**
 * The path that an artifact location names, decoded and with forward slashes: relative, or absolute where the log is.
 * `undefined` when it names none.
 */
export function pathOf(location: SarifArtifactLocation | undefined, run: SarifRun): string | undefined {
  const known = location?.index === undefined ? undefined : run.artifacts?.[location.index]?.location;
  const uri = location?.uri ?? known?.uri;
  if (uri === undefined) return undefined;
  return plainPath(baseOf(location?.uriBaseId ?? known?.uriBaseId, run) + uri);
}

function baseOf(id: string | undefined, { originalUriBaseIds }: SarifRun): string {
  let base = '';
  let next = id;
  for (let depth = 0; next !== undefined && depth < deepestBase; depth += 1) {
    const known: SarifArtifactLocation | undefined = originalUriBaseIds?.[next];
    base = (known?.uri ?? '') + base;
    next = known?.uriBaseId;
  }
  return base === '' || base.endsWith('/') ? base : `${base}/`;
}

/** A URI reference as a path. An absolute URI inside another one, which some tools write, wins. */
function plainPath(uri: string): string {
  const start = uri.lastIndexOf('file:');
  const path = (start > 0 ? uri.slice(start) : uri)
    .replace(/^file:(?:\/\/[^/]*)?/i, '')
    .replace(/^[a-z][a-z0-9+.-]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '');
  return withoutSteps(path.split('/').map(decoded).join('/').replaceAll('\\', '/'));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Takes out `.` and what `..` undoes. */
function withoutSteps(path: string): string {
  const kept: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..' && kept.length > 0) kept.pop();
    else if (step !== '.' && step !== '..') kept.push(step);
  }
  return kept.join('/');
}
