import { createPack, type PackForTests, questionText } from '#server/packs/pack-for-tests.ts';

const subjects = [
  'session cookies',
  'object-level authorization',
  'token validation',
  'template injection',
  'certificate pinning',
  'queue consumers',
  'signed links',
  'tenant isolation',
];
const verbs = ['review', 'explain', 'harden', 'attack', 'model', 'test', 'monitor', 'migrate'];

/** A pack of many questions that differ in title and prompt. */
export function generatedPack(count: number): PackForTests {
  const pack = createPack('generated');
  for (let index = 0; index < count; index += 1) {
    const subject = subjects[index % subjects.length] ?? '';
    const verb = verbs[Math.floor(index / 8) % verbs.length] ?? '';
    const slug = `question-${index}`;
    const text = questionText(slug, (sound) =>
      sound
        .replace('Why bind parameters', `How to ${verb} ${subject} ${index}`)
        .replace(
          'How do you keep user input out of SQL, and why does it work?',
          `How would you ${verb} ${subject} in service number ${index}?`,
        ),
    );
    pack.write(`questions/${slug}.md`, text);
  }
  return pack;
}

/** What somebody types who looks for one of them, letter by letter. */
export function typedQueries(): string[] {
  const wanted = [...subjects, 'harden token', 'review certificate', 'migrate signed links', 'atack tenant'];
  return wanted.flatMap((words) =>
    Array.from({ length: words.length }, (_, length) => words.slice(0, length + 1)),
  );
}
