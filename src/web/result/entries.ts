import type { Tier } from '#core/content/vocabulary.ts';
import type { Quote, Verdict } from '#core/grading/grade.ts';
import type {
  FlagView,
  MisconceptionView,
  Overrule,
  OverruleKind,
  PointView,
  Result,
} from '#web/ui/api/types.ts';
import type { Quoted } from '#web/ui/quotes/quoted.ts';

export type EntryView = PointView | MisconceptionView | FlagView;

/** A part of a result; its quotes are the words that count after the candidate's own word. */
export type Entry<View extends EntryView = EntryView> = Quoted & {
  readonly kind: OverruleKind;
  readonly id: string;
  readonly view: View;
};

type Owner = { readonly id: string; readonly quotes: readonly Quote[]; readonly overrule: Overrule | null };

const quotesOf = (view: Owner): readonly Quote[] => {
  if (!view.overrule) return view.quotes;
  if (view.overrule.verdict === 'no') return [];
  return view.overrule.quote ? [view.overrule.quote] : view.quotes;
};

/** The reader's verdict, or the candidate's where they overruled it. */
export const verdictOf = (point: PointView): Verdict => point.overrule?.verdict ?? point.met;

const pointTones = { yes: 'met', unsure: 'unsure', no: 'none' } as const;
const tierOrder: readonly Tier[] = ['must', 'should', 'bonus'];

export type Entries = {
  readonly points: readonly Entry<PointView>[];
  readonly misconceptions: readonly Entry<MisconceptionView>[];
  readonly flags: readonly Entry<FlagView>[];
};

export function entriesOf(result: Result): Entries {
  const ordered = tierOrder.flatMap((tier) => result.points.filter((point) => point.tier === tier));
  const warn =
    <View extends MisconceptionView | FlagView>(kind: 'misconception' | 'flag', letter: string) =>
    (view: View, index: number) => ({
      key: `${kind}:${view.id}`,
      kind,
      id: view.id,
      label: `${letter}${index + 1}`,
      view,
      quotes: quotesOf(view),
      tone: 'wrong' as const,
    });
  return {
    points: ordered.map((view, index) => ({
      key: `point:${view.id}`,
      kind: 'point',
      id: view.id,
      label: String(index + 1),
      view,
      quotes: quotesOf(view),
      tone: pointTones[verdictOf(view)],
    })),
    misconceptions: result.misconceptions.map(warn<MisconceptionView>('misconception', 'M')),
    flags: result.flags.map(warn<FlagView>('flag', 'F')),
  };
}

export const allEntries = (entries: Entries): readonly Entry[] => [
  ...entries.points,
  ...entries.misconceptions,
  ...entries.flags,
];

/** The sentence that a dispute is about. */
export function claimOf(entry: Entry): string {
  return 'claim' in entry.view ? entry.view.claim : entry.view.title;
}

/** What the candidate's word turns the verdict into. */
export function overruledTo(entry: Entry): 'yes' | 'no' {
  return entry.kind === 'point' && entry.tone !== 'met' ? 'yes' : 'no';
}

/** What a candidate can do about a verdict. */
export type EntryActions = {
  readonly onDispute: (entry: Entry) => void;
  readonly onWithdraw: (entry: Entry) => void;
};
