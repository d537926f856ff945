// Prints how far two readers agree on the answers that both have labeled.
import { join } from 'node:path';
import { loadLibrary } from '#server/packs/load-library.ts';
import { readerAgreement } from './reader-agreement.ts';

const folder = join(import.meta.dirname, '../../content/core');
console.log(readerAgreement(loadLibrary({ folders: [{ folder, removable: false }] })));
