import type { Lab } from '#core/content/lab.ts';
import { commonWeaknesses } from './cwe/common.ts';
import type { ReviewFinding } from './finding.ts';

/** Reports what is there, where it is, and says all that an explanation has to say. */
export const oracle = ({ findings }: Lab): ReviewFinding[] =>
  findings.map(({ file, lines, cwe, cvss, points, remediation }) => ({
    file,
    startLine: lines[0],
    endLine: lines[1],
    cwe: cwe.best,
    cvss,
    explanation: points.map(({ claim }) => claim).join(' '),
    remediation,
  }));

export const oracleWithoutWords = (lab: Lab): ReviewFinding[] =>
  oracle(lab).map(({ explanation: _, remediation: __, ...finding }) => finding);

/** Reports each line with the weakness that is most often right. */
export const everyLine = ({ app }: Lab): ReviewFinding[] =>
  app.flatMap(({ path, content }) =>
    content
      .split('\n')
      .map((_, index) => ({ file: path, startLine: index + 1, cwe: 89, severity: 'high' as const })),
  );

/** Reports each file as a whole. */
export const everyFile = ({ app }: Lab): ReviewFinding[] =>
  app.map(({ path, content }) => ({
    file: path,
    startLine: 1,
    endLine: content.split('\n').length,
    cwe: 89,
    severity: 'high',
  }));

/** Reports `count` lines with weaknesses that web applications have; the same seed gives the same report. */
export function randomReview({ app }: Lab, seed: number, count: number): ReviewFinding[] {
  const next = generator(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  return Array.from({ length: count }, () => {
    const file = pick(app);
    const lines = file?.content.split('\n').length ?? 1;
    return {
      file: file?.path ?? '',
      startLine: 1 + Math.floor(next() * lines),
      cwe: pick([...commonWeaknesses.keys()]) ?? 79,
      severity: pick(['low', 'medium', 'high', 'critical'] as const) ?? 'high',
      explanation: 'Input from the user reaches this line unchecked, so an attacker can use it.',
    };
  });
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a scanner by keywords looks for, the weakness it reports and what it says. */
const keywords: readonly (readonly [RegExp, number, string])[] = [
  [
    /\b(?:select|insert|update|delete)\b.*\b(?:from|into|set|where)\b|\.(?:execute|query|prepare\w*|raw)\(/i,
    89,
    'SQL injection',
  ],
  [/\b(?:exec|eval|system|popen|spawn|subprocess|Runtime|ProcessBuilder|Command)\b/, 78, 'command injection'],
  [
    /innerHTML|document\.write|dangerously|\bMarkup\(|\|safe|template\.HTML|insertAdjacentHTML/,
    79,
    'cross-site scripting',
  ],
  [/render_template_string|Template\(|text\/template|from_string/, 1336, 'template injection'],
  [
    /\b(?:open|readFile|ReadFile|sendFile|send_file|createReadStream|Paths?\.get|resolve|join)\(|filepath\./,
    22,
    'path traversal',
  ],
  [
    /\b(?:fetch|urlopen|requests\.|http\.Get|HttpClient|axios|RestTemplate)\b/,
    918,
    'server-side request forgery',
  ],
  [/\b(?:md5|sha1|DES|ECB|RC4)\b/i, 327, 'weak cryptography'],
  [/\b(?:Math\.random|random\.|math\/rand|new Random)\b/, 338, 'predictable random values'],
  [/pickle|yaml\.load|ObjectInputStream|readObject|deserialize|unserialize/i, 502, 'unsafe deserialization'],
  [/DocumentBuilder|SAXParser|XMLInputFactory|etree|parseString/, 611, 'external entities'],
  [/redirect|sendRedirect|Location/, 601, 'an open redirect'],
  [/password|passwd|secret|api_?key|token|private_?key/i, 798, 'a hard-coded secret'],
  [/cookie/i, 614, 'an unprotected cookie'],
  [/Access-Control|cors\(/i, 942, 'an open cross-origin policy'],
  [/\bjwt\b|algorithms?\b|verify/i, 347, 'a missing signature check'],
  [/Object\.assign|__proto__|\bmerge\b|BeanUtils|setattr/, 915, 'mass assignment'],
];

/** Reports every line that holds a dangerous word, once for each kind. */
export const keywordGrep = ({ app }: Lab): ReviewFinding[] =>
  app.flatMap(({ path, content }) =>
    content.split('\n').flatMap((line, index) =>
      keywords
        .filter(([pattern]) => pattern.test(line))
        .map(([, cwe, name]) => ({
          file: path,
          startLine: index + 1,
          cwe,
          severity: 'high' as const,
          explanation: `This line may allow ${name}. Validate all input before it is used here.`,
        })),
    ),
  );

const sinks: ReadonlySet<number> = new Set([89, 78, 79, 1336, 22, 918, 502, 611]);

/** Reports the first dangerous call of each line, in source files, without comments, imports and noisy words. */
export const sinkGrep = (lab: Lab): ReviewFinding[] =>
  carefulGrep(lab).filter(({ cwe }) => cwe !== undefined && sinks.has(cwe));

/** As every keyword, but only the first kind for a line, in source files, without comments and imports. */
export const carefulGrep = (lab: Lab): ReviewFinding[] => {
  const seen = new Set<string>();
  const code = lab.app
    .filter(({ path }) => /\.(?:py|java|go|m?js|html)$/.test(path) && !/test/i.test(path))
    .map(({ path, content }) => ({
      path,
      content: content.replace(/^\s*(?:#|\/\/|\*|import|from|package|use).*$/gm, ''),
    }));
  return keywordGrep({ ...lab, app: code }).filter(({ file, startLine }) => {
    const key = `${file}:${startLine}`;
    return !seen.has(key) && seen.add(key);
  });
};
