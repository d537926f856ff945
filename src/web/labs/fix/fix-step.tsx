import type { AtDesk } from '../desk/at-desk.ts';
import { Comparison } from './comparison.tsx';
import { FixEditor } from './fix-editor.tsx';
import { GiveUp } from './give-up.tsx';
import { RunPanel } from './run-panel.tsx';
import { useRun } from './use-run.ts';

/** Change the files, run them against the checks, and once that is done compare with how others fix it. */
export function FixStep({ desk }: { readonly desk: AtDesk }) {
  const run = useRun(desk);
  const { solution } = desk.session;
  return (
    <>
      <FixEditor desk={desk} run={run} />
      <RunPanel desk={desk} run={run} />
      {solution ? <Comparison desk={desk} solution={solution} /> : <GiveUp desk={desk} />}
    </>
  );
}
