import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type ExportFormat, modelCalls } from './model-calls.ts';

export const modelQueries = {
  models: () => queryOptions({ queryKey: ['threat-models'], queryFn: modelCalls.models }),
  model: (id: string) =>
    queryOptions({ queryKey: ['threat-model', id], queryFn: () => modelCalls.model(id) }),
  versions: (id: string) =>
    queryOptions({ queryKey: ['threat-model-versions', id], queryFn: () => modelCalls.versions(id) }),
  comparison: (id: string, from: string, to: string | undefined, revision: number) =>
    queryOptions({
      queryKey: ['threat-model-comparison', id, from, to, revision],
      queryFn: () => modelCalls.compare(id, from, to),
    }),
  /** `fingerprint` stands for the document, which is too large to be a key. */
  analysis: (fingerprint: string, document: ThreatModel) =>
    queryOptions({
      queryKey: ['threat-model-analysis', fingerprint],
      queryFn: () => modelCalls.analyze(document),
      placeholderData: keepPreviousData,
      staleTime: 300_000,
      gcTime: 60_000,
    }),
  losses: (id: string, format: ExportFormat, revision: number) =>
    queryOptions({
      queryKey: ['threat-model-losses', id, format, revision],
      queryFn: () => modelCalls.losses(id, format),
    }),
};
