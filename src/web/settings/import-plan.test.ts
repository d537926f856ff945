import { describe, expect, it } from 'vitest';
import { holdsWhat, mergeDoes, replaceDoes } from './import-plan.ts';

const nothing = { added: 0, updated: 0 };
const plan = {
  holds: {
    attempts: 3,
    ownQuestions: 1,
    labSessions: 0,
    scenarioSessions: 0,
    triageSessions: 0,
    threatModels: 0,
  },
  merge: {
    attempts: { added: 2, updated: 1 },
    ownQuestions: { added: 1, updated: 0 },
    labSessions: { added: 0, updated: 0 },
    scenarioSessions: { added: 0, updated: 0 },
    triageSessions: { added: 0, updated: 0 },
    threatModels: { added: 0, updated: 0 },
    settings: true,
  },
  replace: {
    removes: {
      attempts: 5,
      ownQuestions: 0,
      labSessions: 0,
      scenarioSessions: 0,
      triageSessions: 0,
      threatModels: 0,
    },
  },
};

describe('the plan of an import', () => {
  it('says what the file holds and what either way does with it', () => {
    expect(holdsWhat(plan)).toBe('The file holds 3 attempts and 1 own question.');
    expect(mergeDoes(plan)).toBe(
      'Adds 2 attempts and 1 own question. Puts 1 attempt in the place of older versions here. Takes its settings.',
    );
    expect(replaceDoes(plan)).toBe(
      'Deletes 5 attempts here first. Then brings in 3 attempts and 1 own question, and its settings.',
    );
  });

  it('says so when a merge would add nothing, and when there is nothing to delete', () => {
    const known = {
      ...plan,
      merge: {
        attempts: nothing,
        ownQuestions: nothing,
        labSessions: nothing,
        scenarioSessions: nothing,
        triageSessions: nothing,
        threatModels: nothing,
        settings: false,
      },
    };
    expect(mergeDoes(known)).toBe(
      'Adds nothing: this is all here already, or newer. Keeps the settings here.',
    );
    const empty = {
      ...plan,
      holds: {
        attempts: 0,
        ownQuestions: 0,
        labSessions: 0,
        scenarioSessions: 0,
        triageSessions: 0,
        threatModels: 0,
      },
    };
    expect(holdsWhat(empty)).toBe('The file holds no attempt and no own question.');
    const fresh = {
      ...plan,
      replace: {
        removes: {
          attempts: 0,
          ownQuestions: 0,
          labSessions: 0,
          scenarioSessions: 0,
          triageSessions: 0,
          threatModels: 0,
        },
      },
    };
    expect(replaceDoes(fresh)).toMatch(/^There is nothing here to delete\. Then brings in 3 attempts/);
  });
});
