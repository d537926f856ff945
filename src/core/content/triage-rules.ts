import type { ContentPath, Finding } from './problem.ts';
import { type TriageFile, type TriageFinding, triageSources } from './triage.ts';

const error = (rule: string, path: ContentPath, message: string, mend: string): Finding => ({
  ...{ rule, severity: 'error', path, message, mend },
});

/**
 * Checks what a schema cannot: unique ids, the form of each source, words that show a false positive, duplicates that
 * lead somewhere, and expert orderings of real findings that fill the sprint exactly. Returns all defects.
 */
export function checkTriage(set: TriageFile): Finding[] {
  return [
    ...duplicateIds(set),
    ...kindsMissing(set),
    ...set.findings.flatMap((finding, index) => [
      ...formOfSource(finding, index),
      ...shownWords(finding, index),
      ...original(set, finding, index),
    ]),
    ...orderings(set),
    ...swaps(set),
  ];
}

/** What is neither a false positive nor a duplicate. */
const realIds = ({ findings }: TriageFile): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ falsePositive, duplicateOf }) => !falsePositive && duplicateOf === undefined)
      .map(({ id }) => id),
  );

function duplicateIds({ findings, experts }: TriageFile): Finding[] {
  const repeated = (list: string, ids: readonly string[]): Finding[] =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [error('duplicate-id', [list, index, 'id'], `The id \`${id}\` is used twice.`, 'Give it another.')],
    );
  return [
    ...repeated(
      'findings',
      findings.map(({ id }) => id),
    ),
    ...repeated(
      'experts',
      experts.map(({ id }) => id),
    ),
  ];
}

function kindsMissing({ findings }: TriageFile): Finding[] {
  const missing: string[] = triageSources.filter((kind) => findings.every(({ source }) => source !== kind));
  if (findings.every(({ falsePositive }) => !falsePositive)) missing.push('false positive');
  if (findings.every(({ duplicateOf }) => duplicateOf === undefined)) missing.push('duplicate');
  return missing.map((kind) =>
    error('kind-missing', ['findings'], `There is no ${kind} among the findings.`, 'Add one.'),
  );
}

function formOfSource({ source, sarif, ticket }: TriageFinding, index: number): Finding[] {
  const isScanner = source === 'scanner';
  if (isScanner === (sarif !== undefined) && isScanner === (ticket === undefined)) return [];
  const mend = isScanner ? 'Give `sarif` and no `ticket`.' : 'Give `ticket` and no `sarif`.';
  return [
    error(
      'form-of-source',
      ['findings', index],
      `A finding from a ${source} has another form than this.`,
      mend,
    ),
  ];
}

/** All that a candidate can read of a finding. */
const textsOf = ({ sarif, ticket, context }: TriageFinding): string =>
  [sarif?.message, ticket, context].filter((text) => text !== undefined).join('\n');

const flat = (text: string): string => text.replace(/\s+/g, ' ');

function shownWords(finding: TriageFinding, index: number): Finding[] {
  const { falsePositive, duplicateOf, decisive } = finding;
  const found: Finding[] = [];
  if (falsePositive && !flat(textsOf(finding)).includes(flat(falsePositive.words)))
    found.push(
      error(
        'words-not-there',
        ['findings', index, 'falsePositive', 'words'],
        'The words that show the false positive are not in its text.',
        'Quote message, ticket or context verbatim.',
      ),
    );
  if (!falsePositive && duplicateOf === undefined && decisive.length === 0)
    found.push(
      error(
        'nothing-decisive',
        ['findings', index],
        'Nothing decides about this finding.',
        'Name what a good reason rests on under `decisive`.',
      ),
    );
  return found;
}

function original(set: TriageFile, { duplicateOf, falsePositive }: TriageFinding, index: number): Finding[] {
  if (duplicateOf === undefined) return [];
  if (realIds(set).has(duplicateOf) && !falsePositive) return [];
  return [
    error(
      'duplicate-of-nothing',
      ['findings', index, 'duplicateOf'],
      `\`${duplicateOf}\` is no real finding of its own.`,
      'Name the finding that this one repeats.',
    ),
  ];
}

function orderings(set: TriageFile): Finding[] {
  const real = realIds(set);
  return set.experts.flatMap(({ take, rest }, expert) => {
    const ids = [...take.map(({ id }) => id), ...rest];
    const bad = ids.filter((id, index) => !real.has(id) || ids.indexOf(id) !== index);
    const found = bad.map((id) =>
      error(
        'bad-ordering',
        ['experts', expert],
        `\`${id}\` is no real finding, or stands there twice.`,
        'Order real findings, each once.',
      ),
    );
    if (take.length !== set.capacity)
      found.push(
        error(
          'sprint-not-filled',
          ['experts', expert, 'take'],
          `The expert takes ${take.length} findings; the sprint holds ${set.capacity}.`,
          'Take as many as fit.',
        ),
      );
    return found;
  });
}

function swaps(set: TriageFile): Finding[] {
  const real = realIds(set);
  return set.swaps.flatMap((group, index) =>
    group
      .filter((id) => !real.has(id))
      .map((id) =>
        error('bad-swap', ['swaps', index], `\`${id}\` is no real finding.`, 'Swap real findings only.'),
      ),
  );
}
