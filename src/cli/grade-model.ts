import { modelGrader } from '#core/threat-model/grading/grade-model.ts';
import { dimensions, type ModelGrade } from '#core/threat-model/grading/model-grade.ts';
import { buildWording } from '#server/grading/wording.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { packFolders } from '#server/packs/pack-folders.ts';
import { dataHome, shippedContent } from './paths.ts';
import { mustBeRead, textOf } from './read-input.ts';
import { printable } from './terminal.ts';
import { modelIn, tellLosses } from './threat-model.ts';

export type ModelOptions = {
  readonly scenario: string;
  readonly model: string;
  readonly asked?: string;
  readonly json?: boolean;
};

/** `hotseat grade --scenario SLUG --model FILE`. */
export function gradeModelFile({ scenario: slug, model: file, asked, json }: ModelOptions): void {
  const library = openLibrary({ folders: packFolders(shippedContent, dataHome()) });
  const scenario = library.scenario(slug);
  if (!scenario) {
    const known = [...library.scenarios.keys()].join(', ');
    throw new Error(printable(`There is no sound scenario "${slug}". There are: ${known}.`));
  }
  const input = modelIn(file, json);
  if (!input) return;
  const questions = asked === undefined ? {} : { asked: linesOf(asked) };
  const grade = modelGrader(scenario, library.threatRules, buildWording(library));
  const graded = grade({ model: input.model, ...questions });
  if (json) console.log(JSON.stringify({ scenario: slug, ...graded, losses: input.losses }, null, 2));
  else {
    tellLosses(input.losses);
    console.log(printable(summary(graded)));
  }
}

const linesOf = (file: string): string[] =>
  mustBeRead(file, textOf(file))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const names = {
  scoping: 'Scoping',
  model: 'Model',
  threats: 'Threats',
  mitigations: 'Mitigations',
  prioritization: 'Prioritization and communication',
} as const satisfies Record<(typeof dimensions)[number], string>;

const points = (score: number): string => score.toFixed(2);

function summary(grade: ModelGrade): string {
  const parts = dimensions.flatMap((name) => {
    const { score, weight, because } = grade.dimensions[name];
    const head =
      score === null ? names[name] : `${points(score)}  ${names[name]}, ${percent(weight)} of the whole`;
    return [head, ...because.map((line) => `      ${line}`)];
  });
  const lists = [
    ...grade.matched.map(
      ({ kind, label, tier, credit }) =>
        `+ ${kind} (${tier}) ${label}${credit < 0.95 ? `  ${points(credit)}` : ''}`,
    ),
    ...grade.missed.map(({ kind, label, tier, because }) => `- ${kind} (${tier}) ${label}: ${because}`),
    ...grade.extras.map(({ kind, label, verdict, because }) => `* ${kind} (${verdict}) ${label}: ${because}`),
    ...grade.contradicted.map(({ label, because }) => `! ${label}: ${because}`),
    ...grade.questions.map(({ label, question }) => `? ${label}: ${question}`),
  ];
  return [`${points(grade.score)}  compared with ${grade.reference}`, '', ...parts, '', ...lists].join('\n');
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
