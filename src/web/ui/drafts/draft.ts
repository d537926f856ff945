import { longestAnswer, longestNotes } from '#core/content/answer.ts';
import { digest } from './digest.ts';

/**
 * What may happen to a draft, as a pure machine. The rule behind it: words that were typed are in the state, in
 * the browser's storage or acknowledged by the server, and never only in flight.
 */
export type Text = { readonly answer: string; readonly notes: string };
export type Stored = Text & { readonly elapsedSeconds: number; readonly revision: number };

/** The copy in the browser's storage, written with every keystroke until the server has the words. */
export type Mirror = Stored & {
  /** Fingerprints of what went out and was never acknowledged, so that one's own write is recognized. */
  readonly unconfirmed: readonly string[];
  /** Milliseconds since 1970. */
  readonly savedAt: number;
};

export type Draft = {
  readonly text: Text;
  /** The last that the server acknowledged, and its number. */
  readonly acknowledged: Text;
  readonly revision: number;
  readonly sending: Text | null;
  /** Fingerprints of all that was sent since the last acknowledgment: any of it may have arrived. */
  readonly unconfirmed: readonly string[];
  readonly failures: number;
  /** What another tab stored in between. */
  readonly theirs: Stored | null;
  /** No longer a draft on the server: handed in or deleted elsewhere. */
  readonly gone: boolean;
  /** This browser holds a copy of what the server has not; false when its storage is full or blocked. */
  readonly mirrored: boolean;
  /** What the server would not take. */
  readonly isTooLong: (text: Text) => boolean;
};

export type DraftEvent =
  | { readonly type: 'edited'; readonly text: Partial<Text> }
  | { readonly type: 'sent' }
  | { readonly type: 'acknowledged'; readonly revision: number }
  | { readonly type: 'failed' }
  | { readonly type: 'conflicted'; readonly current: Stored }
  | { readonly type: 'kept-mine' }
  | { readonly type: 'took-theirs' }
  | { readonly type: 'went' }
  | { readonly type: 'mirrored'; readonly ok: boolean };

export const same = (a: Text, b: Text): boolean => a.answer === b.answer && a.notes === b.notes;
export const isDirty = (draft: Draft): boolean => !same(draft.text, draft.acknowledged);
/** The server takes no text that is so long; it stays here, whole, until it is shortened. */
export const isTooLong = ({ answer, notes }: Text): boolean =>
  answer.length > longestAnswer || notes.length > longestNotes;
export const wantsToSend = (draft: Draft): boolean =>
  isDirty(draft) &&
  !draft.isTooLong(draft.text) &&
  draft.sending === null &&
  draft.theirs === null &&
  !draft.gone;

const mark = ({ answer, notes }: Text): string => `${digest(answer)}.${digest(notes)}`;
const textOf = ({ answer, notes }: Text): Text => ({ answer, notes });

function begin(server: Stored, text: Text, tooLong: Draft['isTooLong']): Draft {
  return {
    text: textOf(text),
    acknowledged: textOf(server),
    revision: server.revision,
    sending: null,
    unconfirmed: [],
    failures: 0,
    theirs: null,
    gone: false,
    mirrored: true,
    isTooLong: tooLong,
  };
}

/** Puts what the server has and what this browser kept together; asks when both moved on. */
export function recover(
  server: Stored,
  mirror: Mirror | null,
  tooLong: Draft['isTooLong'] = isTooLong,
): { draft: Draft; recovered: boolean } {
  if (mirror === null || same(mirror, server))
    return { draft: begin(server, server, tooLong), recovered: false };
  const draft = begin(server, mirror, tooLong);
  if (mirror.revision === server.revision)
    return { draft: { ...draft, unconfirmed: mirror.unconfirmed }, recovered: true };
  const ours = mirror.unconfirmed.includes(mark(server));
  return { draft: ours ? draft : { ...draft, theirs: server }, recovered: true };
}

function conflicted(draft: Draft, current: Stored): Draft {
  const base = { ...draft, sending: null, unconfirmed: [], failures: 0, revision: current.revision };
  // Our own write had arrived, and only its acknowledgment was lost; or nobody changed a word.
  if (
    draft.unconfirmed.includes(mark(current)) ||
    same(current, draft.acknowledged) ||
    same(current, draft.text)
  ) {
    return { ...base, acknowledged: textOf(current) };
  }
  return { ...base, theirs: current };
}

function acknowledged(draft: Draft, revision: number): Draft {
  const text = draft.sending ?? draft.acknowledged;
  return { ...draft, acknowledged: text, revision, sending: null, unconfirmed: [], failures: 0 };
}

export function reduceDraft(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case 'edited':
      return { ...draft, text: { ...draft.text, ...event.text } };
    case 'sent':
      return {
        ...draft,
        sending: draft.text,
        unconfirmed: [...new Set([...draft.unconfirmed, mark(draft.text)])],
      };
    case 'acknowledged':
      return acknowledged(draft, event.revision);
    case 'failed':
      return { ...draft, sending: null, failures: draft.failures + 1 };
    case 'conflicted':
      return conflicted(draft, event.current);
    case 'kept-mine':
      return draft.theirs ? { ...draft, acknowledged: textOf(draft.theirs), theirs: null } : draft;
    case 'took-theirs':
      return draft.theirs ? begin(draft.theirs, draft.theirs, draft.isTooLong) : draft;
    case 'went':
      return { ...draft, sending: null, gone: true };
    case 'mirrored':
      return { ...draft, mirrored: event.ok };
  }
}

export type SaveState =
  | 'saved'
  | 'pending'
  | 'saving'
  | 'too-long'
  | 'unreachable'
  | 'nowhere'
  | 'conflict'
  | 'gone';

export function saveStateOf(draft: Draft): SaveState {
  if (draft.gone) return 'gone';
  if (draft.theirs) return 'conflict';
  const tooLong = draft.isTooLong(draft.text);
  if (tooLong || draft.failures > 0) {
    if (!draft.mirrored) return 'nowhere';
    return tooLong ? 'too-long' : 'unreachable';
  }
  if (draft.sending) return 'saving';
  return isDirty(draft) ? 'pending' : 'saved';
}
