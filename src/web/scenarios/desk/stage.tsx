import { useState } from 'react';
import { Section } from '#web/ui/section.tsx';
import { ModelEditor } from '../../threat-models/editor/model-editor.tsx';
import { useUndoKeys } from '../../threat-models/editor/use-undo-keys.ts';
import type { Editing } from '../../threat-models/threats/editing.ts';
import { MitigationTable } from '../../threat-models/threats/mitigation-table.tsx';
import { Assumptions, FinalWords } from '../../threat-models/threats/note-lists.tsx';
import { ThreatList } from '../../threat-models/threats/threat-list.tsx';
import { ThreatsEditor } from '../../threat-models/threats/threats-editor.tsx';
import type { ModelHistory } from '../../threat-models/use-model-history.ts';
import { Ask } from './ask.tsx';
import { HandIn } from './hand-in.tsx';
import { Twist } from './twist.tsx';
import type { AtWork } from './use-work.ts';

type Props = { readonly at: AtWork; readonly history: ModelHistory };

export function Stage({ at, history }: Props) {
  const editing: Editing = { model: history.document, perform: history.perform };
  switch (at.work.stage) {
    case 'scoping':
      return <Scoping at={at} editing={editing} />;
    case 'model':
      return <ModelEditor history={history} />;
    case 'threats':
      return <Threats history={history} />;
    case 'mitigations':
      return <Mitigations history={history} editing={editing} />;
    case 'twist':
      return <Twist at={at} />;
    case 'closing':
      return (
        <>
          <Section title="Residual risk and trade-offs">
            <FinalWords editing={editing} readOnly={false} />
          </Section>
          <HandIn at={at} />
        </>
      );
  }
}

type EditingProps = { readonly editing: Editing };

function Scoping({ at, editing }: EditingProps & { readonly at: AtWork }) {
  return (
    <>
      <Ask at={at} />
      <Section title="Assumptions" note="What you take for granted where nothing is known.">
        <Assumptions editing={editing} readOnly={false} />
      </Section>
    </>
  );
}

function Threats({ history }: { readonly history: ModelHistory }) {
  useUndoKeys(history);
  return <ThreatsEditor document={history.document} perform={history.perform} />;
}

function Mitigations({ history, editing }: EditingProps & { readonly history: ModelHistory }) {
  const [open, setOpen] = useState<string | null>(null);
  useUndoKeys(history);
  return (
    <>
      <Section title="Mitigations" note="What to build, against what, and where.">
        <MitigationTable editing={editing} readOnly={false} />
      </Section>
      <Section title="Priorities" note="The most urgent first. Drag a handle, or press arrow keys on it.">
        {editing.model.threats.length === 0 ? <p className="muted">No threat is written down yet.</p> : null}
        <ThreatList editing={editing} readOnly={false} open={open} onOpen={setOpen} />
      </Section>
    </>
  );
}
