import { afterAll, beforeAll, describe } from 'vitest';
import { attemptContract } from './attempts.contract.ts';
import { draftContract } from './drafts.contract.ts';
import type { Fixture } from './fixture.contract.ts';
import { followUpContract } from './follow-ups.contract.ts';
import { labSessionContract } from './lab-sessions.contract.ts';
import { propertyContract } from './properties.contract.ts';
import { scenarioSessionContract } from './scenario-sessions.contract.ts';
import { settingsContract } from './settings.contract.ts';
import type { Storage } from './storage.ts';
import { threatModelContract } from './threat-models.contract.ts';
import { transferContract } from './transfer.contract.ts';
import { triageSessionContract } from './triage-sessions.contract.ts';

/** An implementation of the port, for the suite to try. */
export type Adapter = { readonly name: string; readonly open: () => Promise<Storage> };

/** What every implementation of `Storage` must do. */
export function storageContract(adapter: Adapter): void {
  describe(adapter.name, () => {
    let storage: Storage | undefined;
    let users = 0;
    const opened = () => {
      if (!storage) throw new Error('the storage did not open');
      return storage;
    };
    const fixture: Fixture = {
      storage: opened,
      user: () => {
        users += 1;
        return opened().forUser(`user-${users}`);
      },
    };
    beforeAll(async () => {
      storage = await adapter.open();
    }, 60_000);
    afterAll(() => storage?.close());

    attemptContract(fixture);
    draftContract(fixture);
    followUpContract(fixture);
    settingsContract(fixture);
    labSessionContract(fixture);
    scenarioSessionContract(fixture);
    triageSessionContract(fixture);
    threatModelContract(fixture);
    transferContract(fixture);
    propertyContract(fixture);
  });
}
