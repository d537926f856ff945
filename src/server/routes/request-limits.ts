import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

const kibibyte = 1024;
const largestBody = 256 * kibibyte;
const largestOfLab = 20 * kibibyte * kibibyte;
/** The text of a file of 16 MB, quoted as JSON. */
const largestModel = 40 * kibibyte * kibibyte;
const largestImport = 64 * kibibyte * kibibyte;

const tooLarge =
  (most: string, mend = 'Shorten it; an answer may have 40,000 characters.') =>
  (_: Context) => {
    throw new Problem({
      kind: 'too-large',
      status: 413,
      title: 'This is too much at once',
      detail: `The body of the request is larger than ${most}.`,
      mend,
    });
  };

const limit = bodyLimit({ maxSize: largestBody, onError: tooLarge('256 KiB') });
const labLimit = bodyLimit({ maxSize: largestOfLab, onError: tooLarge('20 MiB') });
const modelLimit = bodyLimit({
  maxSize: largestModel,
  onError: tooLarge('40 MiB', 'Split the threat model.'),
});
const importLimit = bodyLimit({ maxSize: largestImport, onError: tooLarge('64 MiB') });

const imports: ReadonlySet<string> = new Set(['/api/data/import', '/api/data/import/preview']);

/** The files of an app, or the log of a scanner. */
const isOfLab = (path: string): boolean =>
  /^\/api\/lab-sessions\/[^/]+\/(?:draft|sarif|exchange|exchanges)$/.test(path);

/** A whole threat model, or the text of a file of another tool. */
const isOfModel = (path: string): boolean =>
  /^\/api\/(?:threat-models(?:\/[^/]+)?|threat-model-analysis|scenario-sessions\/[^/]+\/draft)$/.test(path);

export const sizeLimit: MiddlewareHandler = (c, next) => {
  if (imports.has(c.req.path)) return importLimit(c, next);
  if (isOfModel(c.req.path)) return modelLimit(c, next);
  return isOfLab(c.req.path) ? labLimit(c, next) : limit(c, next);
};

/** A form of another site cannot send this type without asking first, and nothing here answers yes. */
export const jsonOnly: MiddlewareHandler = async (c, next) => {
  const writes = c.req.method === 'POST' || c.req.method === 'PUT';
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (writes && type !== 'application/json') {
    throw new Problem({
      kind: 'not-json',
      status: 415,
      title: 'Only JSON is read here',
      detail: 'The Content-Type of a write must be application/json.',
      mend: 'Send the body as JSON with that header.',
    });
  }
  await next();
};

export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
};
