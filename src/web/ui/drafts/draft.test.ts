import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestAnswer, longestNotes } from '#core/content/answer.ts';
import {
  type Draft,
  type DraftEvent,
  isDirty,
  type Mirror,
  recover,
  reduceDraft,
  type Stored,
  saveStateOf,
  wantsToSend,
} from './draft.ts';

const stored = (answer: string, revision: number): Stored => ({
  answer,
  notes: '',
  elapsedSeconds: 0,
  revision,
});
const mirrorOf = (draft: Draft): Mirror => ({
  ...draft.text,
  elapsedSeconds: 0,
  revision: draft.revision,
  unconfirmed: draft.unconfirmed,
  savedAt: 0,
});
const mirror = (answer: string, revision: number): Mirror => ({
  ...stored(answer, revision),
  unconfirmed: [],
  savedAt: 0,
});
const run = (draft: Draft, ...events: DraftEvent[]): Draft => events.reduce(reduceDraft, draft);
const fresh = (): Draft => recover(stored('', 0), null).draft;

describe('recovering a draft', () => {
  it('takes the words of the server when this browser kept none or the same', () => {
    expect(recover(stored('a', 3), null)).toMatchObject({
      recovered: false,
      draft: { text: { answer: 'a' } },
    });
    expect(recover(stored('a', 3), mirror('a', 1))).toMatchObject({
      recovered: false,
      draft: { theirs: null },
    });
  });

  it('goes on from the kept words when nobody wrote since, and sends them', () => {
    const { draft, recovered } = recover(stored('a', 3), mirror('ab', 3));
    expect(recovered).toBe(true);
    expect(draft.text.answer).toBe('ab');
    expect(wantsToSend(draft)).toBe(true);
  });

  it('recognizes its own write whose acknowledgment was lost', () => {
    const sent = run(
      recover(stored('a', 3), null).draft,
      { type: 'edited', text: { answer: 'ab' } },
      { type: 'sent' },
    );
    const typedOn = run(sent, { type: 'failed' }, { type: 'edited', text: { answer: 'abc' } });
    const { draft } = recover(stored('ab', 4), mirrorOf(typedOn));
    expect(draft).toMatchObject({ theirs: null, revision: 4, text: { answer: 'abc' } });
  });

  it('asks when another tab wrote, and keeps both', () => {
    const { draft } = recover(stored('theirs', 5), mirror('mine', 3));
    expect(saveStateOf(draft)).toBe('conflict');
    expect(draft.text.answer).toBe('mine');
    expect(draft.theirs?.answer).toBe('theirs');
    expect(wantsToSend(draft)).toBe(false);
  });
});

describe('a draft', () => {
  const typed: DraftEvent = { type: 'edited', text: { answer: 'words' } };

  it('is saved only when the server has acknowledged what is in the field', () => {
    const sending = run(fresh(), typed, { type: 'sent' });
    expect(saveStateOf(sending)).toBe('saving');
    expect(saveStateOf(run(sending, { type: 'acknowledged', revision: 1 }))).toBe('saved');
    const typedOn = run(
      sending,
      { type: 'edited', text: { answer: 'words and more' } },
      { type: 'acknowledged', revision: 1 },
    );
    expect(saveStateOf(typedOn)).toBe('pending');
    expect(wantsToSend(typedOn)).toBe(true);
  });

  it('says so while the server is gone, and wants to send again', () => {
    const failed = run(fresh(), typed, { type: 'sent' }, { type: 'failed' });
    expect(saveStateOf(failed)).toBe('unreachable');
    expect(wantsToSend(failed)).toBe(true);
  });

  it('does not ask when the other side holds what it just sent', () => {
    const draft = run(fresh(), typed, { type: 'sent' }, { type: 'conflicted', current: stored('words', 1) });
    expect(saveStateOf(draft)).toBe('saved');
  });

  it('writes over the other on "keep mine" and takes it on "take the other"', () => {
    const torn = run(fresh(), typed, { type: 'sent' }, { type: 'conflicted', current: stored('other', 7) });
    const mine = run(torn, { type: 'kept-mine' });
    expect(mine).toMatchObject({ revision: 7, theirs: null, text: { answer: 'words' } });
    expect(wantsToSend(mine)).toBe(true);
    expect(run(torn, { type: 'took-theirs' })).toMatchObject({ revision: 7, text: { answer: 'other' } });
  });
});

describe('a text that is too long for the server', () => {
  const tooLong = 'x'.repeat(longestAnswer + 1);
  const pasted = run(fresh(), { type: 'edited', text: { answer: tooLong } });

  it('stays whole, is not sent, and says so', () => {
    expect(pasted.text.answer).toBe(tooLong);
    expect(wantsToSend(pasted)).toBe(false);
    expect(saveStateOf(pasted)).toBe('too-long');
    expect(saveStateOf(run(fresh(), { type: 'edited', text: { notes: 'n'.repeat(longestNotes + 1) } }))).toBe(
      'too-long',
    );
  });

  it('goes out once it is shortened to the limit', () => {
    const shortened = run(pasted, { type: 'edited', text: { answer: tooLong.slice(1) } });
    expect(wantsToSend(shortened)).toBe(true);
    expect(saveStateOf(shortened)).toBe('pending');
  });

  it('is recovered whole from the copy of this browser', () => {
    const { draft } = recover(stored('short', 3), mirror(tooLong, 3));
    expect(draft.text.answer).toBe(tooLong);
    expect(saveStateOf(draft)).toBe('too-long');
  });

  it('is nowhere safe when this browser cannot keep it either', () => {
    expect(saveStateOf(run(pasted, { type: 'mirrored', ok: false }))).toBe('nowhere');
    const typed: DraftEvent = { type: 'edited', text: { answer: 'words' } };
    expect(saveStateOf(run(fresh(), typed, { type: 'failed' }, { type: 'mirrored', ok: false }))).toBe(
      'nowhere',
    );
    expect(saveStateOf(run(fresh(), typed, { type: 'mirrored', ok: false }))).toBe('pending');
  });
});

/** A server that counts revisions, a network that loses requests and acknowledgments, a browser that is killed. */
class LossyWorld {
  server = stored('', 0);
  draft = fresh();
  expected = '';
  #kept: Mirror | null = null;

  type(word: string): void {
    this.expected += word;
    this.#put({ type: 'edited', text: { answer: this.expected } });
  }

  kill(): void {
    this.draft = recover(this.server, this.#kept).draft;
  }

  send(requestArrives: boolean, answerArrives: boolean): void {
    if (!wantsToSend(this.draft)) return;
    this.#put({ type: 'sent' });
    const answer = requestArrives ? this.#receive({ ...mirrorOf(this.draft) }) : null;
    this.#put(answer !== null && answerArrives ? answer : { type: 'failed' });
  }

  /** As `send`, but the page is killed before it hears of the failure. */
  sendAndDie(): void {
    if (!wantsToSend(this.draft)) return;
    this.#put({ type: 'sent' });
    this.#receive(mirrorOf(this.draft));
    this.kill();
  }

  #receive({ answer, notes, elapsedSeconds, revision }: Mirror): DraftEvent {
    if (revision !== this.server.revision) return { type: 'conflicted', current: this.server };
    this.server = { answer, notes, elapsedSeconds, revision: revision + 1 };
    return { type: 'acknowledged', revision: this.server.revision };
  }

  #put(event: DraftEvent): void {
    this.draft = reduceDraft(this.draft, event);
    this.#kept = isDirty(this.draft) || this.draft.sending ? mirrorOf(this.draft) : null;
  }
}

describe('words that were typed', () => {
  it('survive every order of losses', () => {
    const steps: Record<string, (world: LossyWorld) => void> = {
      send: (world) => world.send(true, true),
      'lose the request': (world) => world.send(false, false),
      'lose the acknowledgment': (world) => world.send(true, false),
      kill: (world) => world.kill(),
      'send and die': (world) => world.sendAndDie(),
    };
    const step = fc.oneof(
      fc.string({ minLength: 1, maxLength: 3 }).map((word) => (world: LossyWorld) => world.type(word)),
      fc.constantFrom(...Object.keys(steps)).map((name) => steps[name] ?? (() => undefined)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (happenings) => {
        const world = new LossyWorld();
        for (const happen of happenings) {
          happen(world);
          expect(world.draft.text.answer).toBe(world.expected);
        }
        world.send(true, true);
        world.send(true, true);
        expect(world.server.answer).toBe(world.expected);
      }),
    );
  });
});
