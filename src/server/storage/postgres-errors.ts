import { StorageError } from './storage.ts';

type Kind = StorageError['kind'];

/** SQLSTATE codes and classes (https://www.postgresql.org/docs/current/errcodes-appendix.html), by what to do. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['53100', 'full'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['53300', 'busy'],
  ['25006', 'unavailable'],
  ['3D000', 'unavailable'],
  ['42501', 'unavailable'],
  ['08', 'unavailable'],
  ['28', 'unavailable'],
  ['53', 'unavailable'],
  ['57', 'unavailable'],
  ['58', 'unavailable'],
  ['XX', 'unavailable'],
]);

const messages: Record<Kind, string> = {
  full: 'There is no space left on the disk of the database. What was saved before is kept.',
  busy: 'The database is too busy at the moment; try again.',
  unavailable: 'The database cannot be reached or cannot work at the moment; try again, or ask its operator.',
  'newer-schema': 'The database was last used by a newer version of Hotseat. Update Hotseat.',
};

/** Turns an error of `pg` into a `StorageError`; mistakes in the program stay as they are. */
export function translatePostgres(error: unknown): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error;
  const kind = kindOf(error);
  return kind ? new StorageError(kind, messages[kind], { cause: error }) : error;
}

function kindOf(error: Error): Kind | undefined {
  if (isConnectionLoss(error)) return 'unavailable';
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  // No SQLSTATE begins with E; codes of the operating system (ECONNREFUSED) do.
  if (error.code.startsWith('E')) return 'unavailable';
  return kinds.get(error.code) ?? kinds.get(error.code.slice(0, 2));
}

/** What `pg` and Kysely say, without a code, when there is no connection any more. */
const losses = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error',
  'Client was closed',
  'Cannot use a pool after calling end',
  'driver has already been destroyed',
  'The server does not support SSL connections',
];

const isConnectionLoss = (error: Error) => losses.some((loss) => error.message.startsWith(loss));
