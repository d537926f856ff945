// Serves an app in the sandbox until it is killed: node this-file MARK
import { sandboxForTests, submissionWith } from './submission-for-tests.ts';

const [mark = ''] = process.argv.slice(2);
const code = `import os\nif os.fork() == 0: os.execvp('sleep', ['${mark}', '300'])`;
const served = await sandboxForTests().serve(submissionWith('python', code));
process.stdout.write(served.ok ? 'serving\n' : `${served.verdict.message}\n`);
