import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { Misconception, Point } from '#core/content/question.ts';
import type { Rubric } from './grader.ts';

const point = (fields: Pick<Point, 'id' | 'claim' | 'paraphrases' | 'slots'> & Partial<Point>): Point => ({
  tier: 'must',
  weight: 1,
  probe: 'And then?',
  anti: [],
  ...fields,
});

const misconception = (fields: Omit<Misconception, 'correction'>): Misconception => ({
  correction: 'No.',
  ...fields,
});

/** A small rubric of its own, so that a change of content breaks no test of the engine. */
export const sqlRubric: Rubric = {
  slug: 'login-query',
  prompt:
    'Our login page builds its database query from what the user types. What worries you, and what would you change?',
  points: [
    point({
      id: 'bound-parameters',
      claim:
        'The query has to use bound parameters or a prepared statement, so that input is never read as SQL.',
      paraphrases: [
        'I would switch to placeholders and let the driver pass the values.',
        'Use a prepared statement instead of gluing strings together.',
        'The value travels apart from the command, so it cannot change what the command means.',
      ],
      slots: {
        need: 2,
        groups: [
          [
            'prepared statement',
            'bound parameter',
            'placeholder',
            'bind the values',
            'travels apart',
            'parameterized query',
          ],
          ['use', 'switch to', 'driver', 'instead of', 'never read as', 'cannot change', 'separate'],
        ],
      },
    }),
    point({
      id: 'slow-hash',
      claim: 'Passwords are stored with a slow, salted password hash such as Argon2id or bcrypt.',
      paraphrases: [
        'Store the passwords with bcrypt and a salt for each user.',
        'Argon2id makes every guess expensive once the table has leaked.',
        'Keep only a hash that takes long to compute, with a random value for each account.',
      ],
      slots: {
        need: 2,
        groups: [
          ['argon2id', 'bcrypt', 'scrypt', 'slow hash', 'takes long to compute', 'password hash'],
          ['salt', 'store', 'leaked', 'expensive', 'random value', 'passwords'],
        ],
      },
    }),
    point({
      id: 'rate-limit',
      tier: 'should',
      claim:
        'Login attempts are limited for each account and address, so that guessing by machine gets slow.',
      paraphrases: [
        'I would throttle failed logins so that nobody can try a million passwords.',
        'After a few wrong attempts the next one has to wait.',
        'Put a rate limit on the form against brute force.',
      ],
      slots: {
        need: 2,
        groups: [
          ['rate limit', 'throttle', 'limited', 'slow down', 'has to wait', 'lock'],
          ['attempts', 'failed logins', 'guessing', 'brute force', 'passwords', 'tries'],
        ],
      },
    }),
    point({
      id: 'same-message',
      tier: 'bonus',
      claim:
        'A wrong user name and a wrong password get the same answer, so that nobody learns which accounts exist.',
      paraphrases: [
        'The error message must be identical, otherwise you can find out who has an account.',
        'Do not tell whether the name or the password was wrong.',
        'Same response and same timing for unknown users.',
      ],
      slots: {
        need: 2,
        groups: [
          [
            'same message',
            'same answer',
            'same response',
            'identical',
            'do not tell whether',
            'generic message',
          ],
          [
            'account exists',
            'accounts exist',
            'who has an account',
            'enumeration',
            'unknown users',
            'which accounts',
          ],
        ],
      },
    }),
  ],
  misconceptions: [
    misconception({
      id: 'escaping-is-enough',
      claim: 'Escaping quotes in the input is enough to make the query safe.',
      contradicts: ['bound-parameters'],
      anti: [
        'just escape the quotes',
        'escape the quotes and the query is safe',
        'strip the quotes from the input',
      ],
    }),
  ],
};

export const lexicon: LexiconEntry[] = [
  { term: 'SQL injection', aliases: ['SQLi'], spoken: ['sequel injection'] },
  {
    term: 'prepared statement',
    aliases: ['parameterized query', 'bound parameter'],
    spoken: ['prepare statement'],
  },
  { term: 'rate limiting', aliases: ['rate limit', 'throttling', 'throttle'], spoken: [] },
  { term: 'Argon2id', aliases: ['Argon2'], spoken: ['argon two'] },
];

export const strongAnswer = `The query is what worries me, because a quote in the user name turns into SQL. I would switch to prepared statements and let the driver pass the values. Then the passwords: I would store them with Argon2id and a salt for each user, so that a leaked table isn't worth much. I'd throttle failed logins per account and address, otherwise a bot can try a million passwords overnight. And the error message must be identical, or else people find out who has an account.`;
