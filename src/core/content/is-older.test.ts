import { expect, it } from 'vitest';
import { isOlder } from './is-older.ts';

it.each([
  ['1.22.5', '1.25', true],
  ['1.9', '1.25', true],
  ['17.0.15', '21', true],
  ['1.25', '1.25.1', true],
  ['1.25.0', '1.25', false],
  ['1.26.8', '1.25', false],
  ['2.0', '1.25', false],
])('%s is older than %s: %s', (version, than, older) => {
  expect(isOlder(version, than)).toBe(older);
});
