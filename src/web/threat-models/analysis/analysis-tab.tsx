import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { strideCategories } from '#core/content/threat-model-vocabulary.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { FindingRule, ModelAnalysis } from '#web/ui/api/model-types.ts';
import { digest } from '#web/ui/drafts/digest.ts';
import { plural } from '#web/ui/labels.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import { useDebounced } from '#web/ui/use-debounced.ts';
import type { ModelHistory } from '../use-model-history.ts';
import styles from './analysis.module.css';
import { Dismissed } from './dismissed.tsx';
import { FindingGroups } from './finding-groups.tsx';
import { OpenFacts } from './open-facts.tsx';

type Props = { readonly id: string; readonly history: ModelHistory };

const pauseMs = 250;

/** What rules look at: threats and texts change nothing. */
const analyzed = ({ elements, flows, boundaries, dismissed }: ThreatModel): string =>
  digest(JSON.stringify([elements, flows, boundaries, dismissed]));

/** What the rules find in the model as it is on the page. */
export function AnalysisTab({ id, history }: Props) {
  const document = useDebounced(history.document, pauseMs);
  const fingerprint = useMemo(() => analyzed(document), [document]);
  const query = useQuery(modelQueries.analysis(fingerprint, document));
  return (
    <QueryView query={query} lines={8}>
      {(analysis) => <Analysis id={id} history={history} analysis={analysis} />}
    </QueryView>
  );
}

type AnalysisProps = Props & { readonly analysis: ModelAnalysis };

function Analysis({ id, history, analysis }: AnalysisProps) {
  const { document } = history;
  const rules = useMemo(() => new Map(analysis.rules.map((rule) => [rule.id, rule])), [analysis]);
  const isEmpty = document.elements.length + document.flows.length === 0;
  return (
    <>
      <Section title="Findings" note={<Counts analysis={analysis} rules={rules} />}>
        {analysis.threats.length === 0 ? (
          <p className="muted">
            {isEmpty
              ? 'There is nothing to look at yet: draw the model first.'
              : 'No rule fires on the facts that are known. Answer the questions below to find out more.'}
          </p>
        ) : (
          <FindingGroups id={id} history={history} findings={analysis.threats} rules={rules} />
        )}
      </Section>
      <Section
        title="Questions"
        note={`${plural(analysis.questions.length, 'fact')} that nobody has stated. Answers go into the model.`}
      >
        <OpenFacts history={history} questions={analysis.questions} />
      </Section>
      {document.dismissed.length > 0 ? (
        <Section title="Dismissed" note={plural(document.dismissed.length, 'finding')}>
          <Dismissed history={history} rules={rules} />
        </Section>
      ) : null}
    </>
  );
}

type CountsProps = {
  readonly analysis: ModelAnalysis;
  readonly rules: ReadonlyMap<string, FindingRule>;
};

function Counts({ analysis, rules }: CountsProps) {
  const counts = new Map<string, number>();
  for (const { rule } of analysis.threats) {
    const stride = rules.get(rule)?.stride;
    if (stride) counts.set(stride, (counts.get(stride) ?? 0) + 1);
  }
  return (
    <>
      <span role="status">{plural(analysis.threats.length, 'finding')}</span>
      <ul className={styles.counts}>
        {strideCategories
          .filter((stride) => counts.has(stride))
          .map((stride) => (
            <li key={stride}>
              {strideNames[stride]} <span className="number">{counts.get(stride)}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
