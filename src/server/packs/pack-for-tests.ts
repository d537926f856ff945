import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A pack in a temporary folder, for tests and benchmarks. */
export type PackForTests = {
  readonly folder: string;
  write(file: string, text: string): void;
  dispose(): void;
};

export function createPack(id = 'sample'): PackForTests {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-pack-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('pack.yaml', `id: ${id}\ntitle: Sample\nversion: 1.0.0\nlicense: CC-BY-4.0\n`);
  return { folder, write, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The text of a sound question file; `edit` changes it before it is written. */
export function questionText(slug: string, edit: (text: string) => string = (text) => text): string {
  return edit(sound.replaceAll('SLUG', slug));
}

const sound = `---
slug: SLUG
title: Why bind parameters
category: fundamentals
format: explain
stage: technical-screen
competencies: [injection-defense]
difficulty: 1
minutes: 3
prompt: How do you keep user input out of SQL, and why does it work?
tests: Whether the mechanism is known.
points:
  - id: bound-parameters
    claim: Values are passed to the database as bound parameters, apart from the statement.
    tier: must
    probe: How do the values travel?
    paraphrases:
      - I use placeholders and hand the values over separately.
      - The driver binds every value, so the query text never changes.
      - Write a prepared statement and give it the arguments.
    slots:
      need: 1
      groups:
        - [bound parameter, placeholder, prepared statement, binds every value]
  - id: parsed-before
    claim: It works because the statement is parsed before the values arrive.
    tier: should
    probe: What makes that safe?
    paraphrases:
      - The database compiles the query first, so a value cannot become syntax.
      - By the time data comes in, the structure is fixed.
      - Data is never read as code since parsing is already over.
    slots:
      need: 1
      groups:
        - [parsed before, compiles the query first, structure is fixed, never read as code]
  - id: identifiers-allowlisted
    claim: Table and column names cannot be bound and are chosen from an allowlist.
    tier: bonus
    probe: What can this not cover?
    paraphrases:
      - Column names for sorting come from a fixed map.
      - You cannot bind an identifier, so I check it against a list.
      - For order-by I translate the request into one of the known columns.
    slots:
      need: 1
      groups:
        - [allowlist, fixed map, known columns, cannot bind an identifier]
misconceptions:
  - id: escaping-is-enough
    claim: Escaping quotes is enough.
    correction: Escaping misses numeric contexts and encodings.
    contradicts: [bound-parameters]
    anti:
      - escaping the quotes is enough
      - just strip the quotes
twist:
  prompt: The query sorts by a column the user names. What now?
  reference: Identifiers cannot be bound, so the name is mapped to a known column.
references: [CWE-89]
examples:
  - title: Strong
    band: strong-yes
    meets: [bound-parameters, parsed-before, identifiers-allowlisted]
    answer: >-
      I write a prepared statement with a placeholder for every value and let the driver bind them. That works because
      the database compiles the query first, so the structure is fixed before any data arrives. Column names for sorting
      cannot be bound, so I take them from an allowlist of known columns.
    notes:
      - quote: prepared statement with a placeholder
        comment: The mechanism.
  - title: Weak
    band: strong-no
    meets: []
    misconceptions: [escaping-is-enough]
    answer: >-
      I think escaping the quotes is enough. After that there is nothing the attacker can do with the login form.
    notes:
      - quote: escaping the quotes
        comment: A filter.
---
## What is measured

The mechanism.

## How a strong answer runs

Binding first.

## Where answers go wrong

Filters.
`;
