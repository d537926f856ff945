import type { Lab } from './lab.ts';
import { inLabFile, inText, type LabDefect } from './lab-defect.ts';

/** Names of flaws, as words in order; what merely names a feature (redirect, upload, template) is not among them. */
const flawNames = [
  'injection',
  'sqli',
  'xss',
  'cross site',
  'csrf',
  'ssrf',
  'request forgery',
  'ssti',
  'xxe',
  'external entit(?:y|ies)',
  'idor',
  'bola',
  '(?:path|directory) traversal',
  'zip slip',
  'deseriali[sz]ation',
  'mass assignment',
  'over posting',
  'prototype pollution',
  'race condition',
  'double spend(?:ing)?',
  'toctou',
  'open redirect',
  'broken access control',
  '(?:auth|authentication|authorization) bypass',
  'algorithm confusion',
  'dependency confusion',
  'typosquat\\w*',
  'fail(?:s|ing)? open',
  'timing attack',
  'hard coded',
  'weak (?:hash|crypto\\w*|random\\w*)',
  'vulnerab\\w*',
  'insecure\\w*',
  'exploit\\w*',
  'cwe \\d+',
];
const gap = '[\\s_-]+';
const names = new RegExp(
  `(?<![\\w])(?:${flawNames.map((name) => name.replaceAll(' ', gap)).join('|')})(?![\\w])`,
  'i',
);

const harmless = /dependency[\s_-]injection/gi;

/** In code, also what an author's own marker would say. */
const markers =
  /vulnerab|\bvuln\b|\bexploit|\bCWE-?\d|(?:TODO|FIXME|XXX).*\b(?:secur|sanit|unsafe)|\binsecure\b/i;

/** Finds words that name the flaw where the candidate reads before finding it. */
export function checkTelling(lab: Lab): LabDefect[] {
  return [...inHead(lab), ...inBrief(lab), ...inApp(lab)];
}

const wordIn = (text: string, telling: RegExp): string | undefined =>
  telling.exec(text.replace(harmless, ''))?.[0];

/** Returns the name of a flaw that a text uses, if any. */
export const flawNamed = (text: string): string | undefined => wordIn(text, names);

function inHead(lab: Lab): LabDefect[] {
  const texts = [
    { path: ['title'], text: lab.title },
    { path: ['summary'], text: lab.summary },
    { path: [], text: lab.slug },
  ];
  return texts.flatMap(({ path, text }) => {
    const told = wordIn(text, names);
    if (told === undefined) return [];
    const what = path[0] === undefined ? 'The name of the folder' : `The ${path[0]}`;
    return [
      inLabFile('gives-flaw-away', path, [
        `${what} gives the flaw away: "${told}".`,
        'Say what the app does, in the words of its users.',
      ]),
    ];
  });
}

/** Lines before the description of a pull request: its title and a blank one. */
const titleLines = 2;

function inBrief({ brief, pullRequest }: Lab): LabDefect[] {
  const request = pullRequest
    ? `${pullRequest.title}${'\n'.repeat(titleLines)}${pullRequest.description}`
    : '';
  return [
    ...tellingLines('brief.md', brief, names),
    ...tellingLines('pull-request/description.md', request, names),
  ];
}

function inApp({ app }: Lab): LabDefect[] {
  return app.flatMap(({ path, content }) => tellingLines(`app/${path}`, content, markers));
}

function tellingLines(file: string, text: string, telling: RegExp): LabDefect[] {
  return text.split('\n').flatMap((line, index) => {
    const told = wordIn(line, telling);
    if (told === undefined) return [];
    return [
      inText(file, 'gives-flaw-away', index + 1, [
        `The text gives the flaw away: "${told}".`,
        'Write it as somebody would who does not know.',
      ]),
    ];
  });
}
