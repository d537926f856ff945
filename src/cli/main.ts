import { Command } from 'commander';
import { addContentCommands } from './content.ts';
import { addDoctorCommand } from './doctor.ts';
import { addExportCommand } from './export.ts';
import { addGradeCommand } from './grade.ts';
import { addLabCommands } from './labs.ts';
import { programVersion } from './paths.ts';
import { addReviewCommands } from './review.ts';
import { addStartCommand } from './start.ts';
import { addStoryCommands } from './story.ts';
import { printable } from './terminal.ts';
import { addThreatModelCommands } from './threat-model.ts';
import { addTriageCommands } from './triage.ts';

const program = new Command('hotseat')
  .description(
    'Interview practice for application-security engineers, offline, with feedback that is proven.',
  )
  .version(programVersion())
  .showHelpAfterError('See: hotseat --help');

addStartCommand(program);
addDoctorCommand(program);
addGradeCommand(program);
addContentCommands(program);
addExportCommand(program);
addLabCommands(program);
addReviewCommands(program);
addStoryCommands(program);
addThreatModelCommands(program);
addTriageCommands(program);

// A closed pipe, as in `hotseat grade … | head`, is an ordinary end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  console.error(printable(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
