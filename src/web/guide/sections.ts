import type { GuideOutline } from '#web/ui/api/types.ts';
import { fromIdentifier } from '#web/ui/labels.ts';

const titles: Record<string, { title: string; note: string }> = {
  stages: { title: 'The five stages', note: 'What each one measures, in the order they come.' },
  formats: { title: 'How to answer', note: 'One page for each kind of question.' },
  'red-flags': { title: 'Red flags', note: 'Five ways of talking that lose offers.' },
  faq: { title: 'Questions and answers', note: '' },
};
const order = Object.keys(titles);

export type GuideSection = { id: string; title: string; note: string; pages: GuideOutline[] };

const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);

/** The pages under their headings, in reading order; a section that nobody foresaw comes last. */
export function sectionsOf(pages: readonly GuideOutline[]): GuideSection[] {
  const groups = Map.groupBy(pages, (page) => page.section);
  return [...groups]
    .map(([id, own]) => ({
      id,
      title: titles[id]?.title ?? fromIdentifier(id),
      note: titles[id]?.note ?? '',
      pages: own.toSorted((a, b) => a.order - b.order || a.title.localeCompare(b.title)),
    }))
    .toSorted((a, b) => rank(a.id) - rank(b.id));
}

/** Neighbours in reading order across all sections. */
export function neighbours(pages: readonly GuideOutline[], slug: string) {
  const all = sectionsOf(pages).flatMap((section) => section.pages);
  const here = all.findIndex((page) => page.slug === slug);
  return { previous: here > 0 ? all[here - 1] : undefined, next: here >= 0 ? all[here + 1] : undefined };
}
