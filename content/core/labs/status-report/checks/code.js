// Reads JavaScript without ever running it: pages come from the app under test, and nothing of it may run here.
import { Script } from 'node:vm';

const pieces = new RegExp(
  [
    /(?<space>\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/|<!--[^\n\r\u2028\u2029]*)/,
    /"(?<double>(?:[^"\\\n\r]|\\[\s\S])*)"/,
    /'(?<single>(?:[^'\\\n\r]|\\[\s\S])*)'/,
    /`(?<template>(?:[^`\\]|\\[\s\S])*)`/,
    /(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)/,
    /(?<number>\d[\w.]*)/,
    /(?<regex>\/(?![*/])(?:[^/\\[\n\r]|\\.|\[(?:[^\]\\\n\r]|\\.)*\])+\/[a-z]*)/,
    /(?<sign>[\s\S])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'yu',
);

const escapes = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

/** What a string literal stands for. */
const unescape = (text) =>
  text.replace(
    /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi,
    (_whole, long, four, two, one) =>
      one === undefined ? character(Number.parseInt(long ?? four ?? two, 16)) : (escapes[one] ?? one),
  );

const character = (code) => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));

/** The tokens of a program: `{ kind, text }` with kind string, name, number or sign. Comments are left out. */
export function tokensOf(code) {
  const tokens = [];
  for (pieces.lastIndex = 0; pieces.lastIndex < code.length; ) {
    const { groups } = pieces.exec(code);
    if (groups.space !== undefined) continue;
    const token = tokenOf(groups);
    if (groups.regex !== undefined && endsValue(tokens.at(-1))) {
      // A division: only its sign is taken, and the rest is read again.
      pieces.lastIndex -= groups.regex.length - 1;
      tokens.push({ kind: 'sign', text: '/' });
    } else tokens.push(token);
  }
  return tokens;
}

function tokenOf({ double, single, template, name, number, regex, sign }) {
  const quoted = double ?? single ?? template;
  if (quoted !== undefined) return { kind: 'string', text: unescape(quoted) };
  if (name !== undefined) return { kind: 'name', text: name };
  return number === undefined ? { kind: 'sign', text: sign ?? regex } : { kind: 'number', text: number };
}

const endsValue = (token) =>
  token !== undefined && (token.kind !== 'sign' || [')', ']', '}'].includes(token.text));

/** Whether a browser would run the code at all. It is only compiled. */
export function isProgram(code) {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}

/** Whether a call of the function with this text as its first argument stands in the code, and not in a string. */
export function calls(tokens, name, first) {
  return tokens.some(
    (token, at) =>
      token.kind === 'name' &&
      token.text === name &&
      tokens[at + 1]?.text === '(' &&
      tokens[at + 2]?.kind === 'string' &&
      tokens[at + 2].text === first,
  );
}

export const stringsIn = (tokens) => tokens.filter(({ kind }) => kind === 'string').map(({ text }) => text);
