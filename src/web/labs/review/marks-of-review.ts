import type { LabReview } from '#web/ui/api/lab-types.ts';
import type { LineMark } from '../code/line-marks.ts';

/** What was there, what was reported without need, and what only looked dangerous, as marks of one file. */
export function marksOfReview({ grade, truth, reported, distractors }: LabReview, path: string): LineMark[] {
  const harmless = distractors
    .filter(({ file }) => file === path)
    .map(({ lines: [first, last], why }) => ({
      ...{ first, last, tone: 'harmless' as const },
      note: `Looks dangerous and is not: ${why}`,
    }));
  const alarms = grade.falseAlarms.flatMap(({ reported: index, because }) => {
    const finding = reported[index];
    if (finding?.file !== path) return [];
    const { startLine: first, endLine: last = first } = finding;
    return [{ first, last, tone: 'harmless' as const, note: `Your finding ${index + 1}: ${because}` }];
  });
  const flaws = truth.flatMap(({ id, title, file, lines: [first, last] }) => {
    const missed = grade.findings.find((one) => one.id === id)?.outcome === 'missed';
    if (file !== path) return [];
    return [{ first, last, tone: missed ? ('missed' as const) : ('truth' as const), note: title }];
  });
  return [...harmless, ...alarms, ...flaws];
}
