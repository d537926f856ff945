import { type Command, Option } from 'commander';
import { z } from 'zod';
import { gradeStory, longestStory } from '#core/story/grade-story.ts';
import { storyParts } from '#core/story/part.ts';
import { type Audience, audiences, type StoryGrade } from '#core/story/story-grade.ts';
import { openStoryReaders } from '#server/stories/open-story-readers.ts';
import { eachLine, LineError } from './batch.ts';
import { bytesOf, mustBeRead } from './read-input.ts';
import { printable } from './terminal.ts';

type Options = { batch?: string; json?: boolean; audience: Audience };

const storyLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Adds `hotseat story …`. */
export function addStoryCommands(program: Command): void {
  const story = program.command('story').description('stories for behavioral rounds');
  story
    .command('grade [file]')
    .description(
      'grade a story: its parts, whose actions, what came of them, red flags; - reads standard input',
    )
    .option(
      '--batch <file>',
      'JSON Lines {id, text}; one grade a line comes out, in order, or {id, error} for a bad line and status 1 at the end; - reads standard input',
    )
    .addOption(
      new Option('--audience <who>', 'whom it is told to; decides which terms count as jargon')
        .choices(audiences)
        .default('manager'),
    )
    .option('--json', 'print JSON')
    .action(grade);
}

async function grade(file: string | undefined, { batch, json, audience }: Options): Promise<void> {
  if ((file === undefined) === (batch === undefined)) throw new Error('Give either a FILE or --batch FILE.');
  if (batch !== undefined) {
    const readers = openStoryReaders();
    return eachLine(batch, storyLine, async ({ id, text }) => {
      const fault = faultOf(text);
      if (fault) throw new LineError(fault.message, fault.mend);
      return { id, ...gradeStory(text, readers, audience) };
    });
  }
  const text = textIn(file ?? '-');
  const fault = faultOf(text);
  if (fault) throw new Error(`${fault.message} ${fault.mend}`);
  const graded = gradeStory(text, openStoryReaders(), audience);
  console.log(json ? JSON.stringify(graded, null, 2) : printable(summary(graded)));
}

/** The text of a file, refused where it is not UTF-8. */
function textIn(file: string): string {
  const bytes = mustBeRead(file, bytesOf(file));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('The file is not text in UTF-8. Save the story as plain text.');
  }
}

type Fault = { readonly message: string; readonly mend: string };

function faultOf(text: string): Fault | undefined {
  if (text.length > longestStory)
    return {
      message: `The story has ${text.length} characters; more than ${longestStory} are not read.`,
      mend: 'Keep one story to what you would say in a few minutes.',
    };
  if (text.includes('\0'))
    return { message: 'This is not text.', mend: 'Save the story as plain text in UTF-8.' };
  if (!/\p{L}/u.test(text))
    return {
      message: 'There are no words in the story.',
      mend: 'Write or paste the story as you would tell it.',
    };
  return undefined;
}

function summary(graded: StoryGrade): string {
  const parts = storyParts.map((part) => {
    const { present, share, quotes } = graded.parts[part];
    const mark = present ? '+' : '-';
    return `${mark} ${part.padEnd(10)} ${`${Math.round(100 * share)} %`.padStart(5)}  ${quotes[0]?.text ?? ''}`;
  });
  const remarks = graded.remarks.map(
    ({ says, quote, question }) => `! ${says}\n    "${quote.text}"\n    ${question}`,
  );
  return [
    `${graded.score.toFixed(2)}  about ${graded.minutes.toFixed(1)} minutes at 140 words a minute`,
    ...parts,
    '',
    ...graded.aspects.map(
      ({ name, value, weight, because }) =>
        `${value.toFixed(2)}  ${name} (${Math.round(100 * weight)} %): ${because}`,
    ),
    '',
    ...remarks,
  ].join('\n');
}
