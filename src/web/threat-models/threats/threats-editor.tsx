import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type StrideCategory, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { lacksMitigation, mitigationsAgainst } from '#core/threat-model/countermeasures.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import { plural } from '#web/ui/labels.ts';
import { Section } from '#web/ui/section.tsx';
import { CoverageGrid } from './coverage-grid.tsx';
import type { Editing } from './editing.ts';
import styles from './list.module.css';
import { MitigationTable } from './mitigation-table.tsx';
import { newThreat } from './new-items.ts';
import { Assumptions, FinalWords, OpenQuestions } from './note-lists.tsx';
import { RiskMatrix } from './risk-matrix.tsx';
import { strideLines } from './threat-labels.ts';
import { ThreatList } from './threat-list.tsx';

type Props = {
  readonly document: ThreatModel;
  readonly perform: Editing['perform'];
  readonly readOnly?: boolean;
  /** The threat to begin at, open. */
  readonly focus?: string;
};

/** Threats, mitigations and what is said beside the diagram of a model. */
export function ThreatsEditor({ document: model, perform, readOnly = false, focus }: Props) {
  const [open, setOpen] = useState(focus ?? null);
  useEffect(() => {
    if (focus === undefined) return;
    document.getElementById(`threat-${focus}-title`)?.focus();
    document.getElementById(`threat-${focus}`)?.scrollIntoView({ block: 'start' });
  }, [focus]);
  const editing = { model, perform };
  const show = (id: string, field: 'title' | 'first'): void => {
    flushSync(() => setOpen(id));
    const item = document.getElementById(`threat-${id}`);
    const within = field === 'first' ? item?.querySelector<HTMLElement>('input[list]') : null;
    (within ?? document.getElementById(`threat-${id}-title`))?.focus();
    item?.scrollIntoView({ block: 'start' });
  };
  const start = (stride: StrideCategory, on: readonly string[]): void => {
    const { id, command } = newThreat(model, stride, on);
    flushSync(() => perform(command));
    show(id, 'first');
  };
  return (
    <>
      <Section title="Threats" note={<Tally model={model} readOnly={readOnly} />}>
        {model.threats.length === 0 ? (
          <p className="muted">
            None is written down yet.{' '}
            {readOnly ? '' : 'Ask of each element and flow what can go wrong there.'}
          </p>
        ) : null}
        <ThreatList editing={editing} readOnly={readOnly} open={open} onOpen={setOpen} />
        {readOnly ? null : <StartThreat onStart={(stride) => start(stride, [])} />}
      </Section>
      <Section title="Risk" note="By likelihood and impact, under the numbers of the list.">
        <RiskMatrix model={model} onOpen={(id) => show(id, 'title')} />
      </Section>
      <Section title="Coverage" note="Where threats were looked for.">
        <CoverageGrid model={model} onStart={readOnly ? null : (stride, id) => start(stride, [id])} />
      </Section>
      <Section title="Mitigations">
        <MitigationTable editing={editing} readOnly={readOnly} />
      </Section>
      <Section title="Assumptions" note="What the model takes for granted.">
        <Assumptions editing={editing} readOnly={readOnly} />
      </Section>
      <Section title="Open questions">
        <OpenQuestions editing={editing} readOnly={readOnly} />
      </Section>
      <Section title="Residual risk and trade-offs">
        <FinalWords editing={editing} readOnly={readOnly} />
      </Section>
    </>
  );
}

function Tally({ model, readOnly }: { readonly model: ThreatModel; readonly readOnly: boolean }) {
  if (model.threats.length === 0) return null;
  const against = mitigationsAgainst(model);
  const owed = model.threats.filter((threat) => lacksMitigation(threat, against)).length;
  return (
    <>
      {plural(model.threats.length, 'threat')}, the most urgent first
      {owed > 0 ? <>; {owed} without a mitigation</> : null}.
      {readOnly || model.threats.length < 2 ? '' : ' Drag a handle to reorder, or press arrow keys on it.'}
    </>
  );
}

function StartThreat({ onStart }: { readonly onStart: (stride: StrideCategory) => void }) {
  return (
    <fieldset className={styles.start}>
      <legend>Write a threat</legend>
      {strideCategories.map((stride) => (
        <button
          key={stride}
          type="button"
          className="button small"
          title={strideLines[stride]}
          onClick={() => onStart(stride)}
        >
          {strideNames[stride]}
        </button>
      ))}
    </fieldset>
  );
}
