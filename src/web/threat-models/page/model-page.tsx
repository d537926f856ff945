import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { StoredModel } from '#web/ui/api/model-types.ts';
import type { Choose } from '#web/ui/drafts/conflict-frame.tsx';
import type { Draft } from '#web/ui/drafts/draft.ts';
import type { DraftKeeper } from '#web/ui/drafts/draft-keeper.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { useModelHistory } from '../use-model-history.ts';
import { ModelConflict } from './model-conflict.tsx';
import styles from './model-page.module.css';
import { ModelTabs } from './model-tabs.tsx';
import { modelOfText, textOfModel } from './model-text.ts';
import { PageActions } from './page-actions.tsx';
import { useStoredModel } from './use-stored-model.ts';

export function ModelPage() {
  const { id } = useParams({ from: '/threat-models/$id' });
  const query = useQuery(modelQueries.model(id));
  return (
    <QueryView page query={query} lines={8}>
      {(model) => <Opened key={id} model={model} />}
    </QueryView>
  );
}

/** One model under edit. Taking over what another tab wrote begins its history anew. */
function Opened({ model }: { readonly model: StoredModel }) {
  const { keeper, draft } = useStoredModel(model);
  const [beginnings, setBeginnings] = useState(0);
  const choose: Choose = (choice) => {
    keeper.resolve(choice);
    if (choice === 'took-theirs') setBeginnings((count) => count + 1);
  };
  return <Desk key={beginnings} id={model.id} keeper={keeper} draft={draft} onChoose={choose} />;
}

type DeskProps = {
  readonly id: string;
  readonly keeper: DraftKeeper;
  readonly draft: Draft;
  readonly onChoose: Choose;
};

function Desk({ id, keeper, draft, onChoose }: DeskProps) {
  const [initial] = useState(() => modelOfText(keeper.current().text));
  const history = useModelHistory(initial, (document) => keeper.edit(textOfModel(document)));
  return (
    <Page
      title={history.document.title}
      lead={history.document.description || undefined}
      wide
      actions={<PageActions history={history} draft={draft} />}
    >
      {keeper.recovered && !draft.theirs ? (
        <p className={styles.note}>
          Changes that had not reached Hotseat were found in this browser and put back.
        </p>
      ) : null}
      {draft.gone ? (
        <p className={styles.note} role="alert">
          This model was deleted somewhere else; what you change now is not saved. Its copy stays in this
          browser until you leave.
        </p>
      ) : null}
      {draft.theirs ? (
        <ModelConflict mine={history.document} theirs={modelOfText(draft.theirs)} onChoose={onChoose} />
      ) : (
        <ModelTabs id={id} history={history} saved={() => keeper.saved()} />
      )}
    </Page>
  );
}
