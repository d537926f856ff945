// Prints what the judge is trained on of the core pack, as JSON: rubrics and red flags.
import { join } from 'node:path';
import { loadLibrary } from '#server/packs/load-library.ts';

const folder = join(import.meta.dirname, '../../content/core');
const library = loadLibrary({ folders: [{ folder, removable: false }] });
const questions = [...library.prompts.keys()].map((slug) => library.question(slug));
console.log(JSON.stringify({ questions, redFlags: library.redFlags }));
