import type { Storage, UserStorage } from './storage.ts';

/** What a part of the suite works with. */
export type Fixture = {
  /** The storage of a user whom no other test knows. */
  readonly user: () => UserStorage;
  readonly storage: () => Storage;
};
