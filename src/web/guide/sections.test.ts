import { describe, expect, it } from 'vitest';
import type { GuideOutline } from '#web/ui/api/types.ts';
import { neighbours, sectionsOf } from './sections.ts';

const page = (slug: string, section: GuideOutline['section'], order: number): GuideOutline => ({
  slug,
  title: slug,
  summary: '',
  section,
  order,
});
const pages = [
  page('faq', 'faq', 1),
  page('b', 'stages', 2),
  page('a', 'stages', 1),
  { ...page('x', 'faq', 1), section: 'lab-notes' as GuideOutline['section'] },
];

describe('the guide', () => {
  it('puts the sections in reading order, unknown ones last with a readable title', () => {
    expect(
      sectionsOf(pages).map((section) => [section.title, section.pages.map((each) => each.slug)]),
    ).toEqual([
      ['The five stages', ['a', 'b']],
      ['Questions and answers', ['faq']],
      ['Lab notes', ['x']],
    ]);
  });

  it('knows what comes before and after, across sections', () => {
    expect(neighbours(pages, 'b').previous?.slug).toBe('a');
    expect(neighbours(pages, 'b').next?.slug).toBe('faq');
    expect(neighbours(pages, 'gone')).toEqual({ previous: undefined, next: undefined });
  });
});
