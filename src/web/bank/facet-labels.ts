import type { FacetName } from '#web/ui/api/types.ts';
import {
  categoryLabels,
  difficultyLabels,
  formatLabels,
  fromIdentifier,
  stageLabels,
  statusLabels,
} from '#web/ui/labels.ts';

export const facetTitles: Record<FacetName, string> = {
  status: 'Status',
  category: 'Category',
  format: 'Format',
  stage: 'Stage',
  difficulty: 'Difficulty',
  competency: 'Competency',
  pack: 'Pack',
};

const labels: Partial<Record<FacetName, Record<string, string>>> = {
  status: statusLabels,
  category: categoryLabels,
  format: formatLabels,
  stage: stageLabels,
  difficulty: difficultyLabels,
};

/** The words for a value of a facet; what no list knows is made readable. */
export function facetLabel(name: FacetName, value: string): string {
  return labels[name]?.[value] ?? fromIdentifier(value);
}
