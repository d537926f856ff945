// Keys that can be worked out by somebody who knows the code and the date, and no secret.
import { createHash, createHmac } from 'node:crypto';
import { chacha8Key, pcgKey } from './generators.js';

const secondsOfDay = 86_400;
const now = () => Math.floor(Date.now() / 1000);
const sha256 = (data) => createHash('sha256').update(data).digest();

/** Yesterday, for a run around midnight, to the day after the one on which the link ends. */
const daysAround = () =>
  Array.from({ length: 4 }, (_, index) => Math.floor(now() / secondsOfDay) - 1 + index);

const dateOf = (day) => new Date(day * secondsOfDay * 1000).toISOString().slice(0, 10);

function asBytes(number) {
  const [big, little] = [Buffer.alloc(8), Buffer.alloc(8)];
  big.writeBigUInt64BE(BigInt(number));
  little.writeBigUInt64LE(BigInt(number));
  return [big, little];
}

const seeded = (seed) => [
  pcgKey(BigInt(seed), BigInt(seed)),
  pcgKey(BigInt(seed), 0n),
  pcgKey(0n, BigInt(seed)),
];

/** Drawn from a generator that was seeded with a day. */
export const keysOfDays = () =>
  daysAround().flatMap((day) => [...seeded(day), ...seeded(day * secondsOfDay)]);

/** Drawn from a generator that was seeded when the app started, not long ago. */
export const keysOfTheStart = () => Array.from({ length: 40 }, (_, index) => seeded(now() - index)).flat();

const namesOfDay = (day) => [
  String(day),
  String(day * secondsOfDay),
  dateOf(day),
  dateOf(day).replaceAll('-', ''),
  ...asBytes(day),
];

/** Made from a day by a hash or by a strong generator. */
export function keysMadeOfDays() {
  return daysAround().flatMap((day) =>
    namesOfDay(day).flatMap((name) => {
      const padded = Buffer.alloc(32);
      Buffer.from(name).copy(padded);
      return [
        padded,
        sha256(name),
        chacha8Key(padded),
        chacha8Key(sha256(name)),
        Buffer.from(sha256(name).toString('hex')),
      ];
    }),
  );
}

/** More would take too long, and nobody hides a key among hundreds. */
const mostOfEach = 100;

/** Made of the texts and the numbers that stand in the code. */
export function keysInTheCode(t) {
  const paths = t.files.code.list().filter((path) => path.endsWith('.go') && !path.endsWith('_test.go'));
  const sources = paths.map((path) => t.files.code.read(path) ?? '');
  const texts = new Set(sources.flatMap(stringsIn));
  const numbers = new Set(sources.flatMap(numbersIn));
  const first = (values) => [...values].slice(0, mostOfEach);
  return [...first(texts).flatMap(keysOfText), ...first(numbers).flatMap(keysOfNumber)];
}

function keysOfText(text) {
  const raw = Buffer.from(text);
  const decoded = /^(?:[0-9a-f]{2})+$/i.test(text) ? [Buffer.from(text, 'hex')] : [];
  return [raw, ...decoded].flatMap((key) => [key, sha256(key), ...dailyKeys(key)]);
}

/** A number of the code as a seed, alone and together with a day. */
const keysOfNumber = (number) => [
  ...seeded(number),
  ...daysAround().flatMap((day) => [pcgKey(BigInt(day), number), pcgKey(number, BigInt(day))]),
];

/** Longer numbers, such as somebody chooses for a seed. */
const numbersIn = (source) =>
  (source.match(/\b(?:0x[0-9a-f][0-9a-f_]*|\d[\d_]{4,})\b/gi) ?? []).map((digits) =>
    BigInt(digits.replaceAll('_', '')),
  );

/** Texts of the code that could be a key: longer ones without spaces, and none that is a path or a format. */
function stringsIn(source) {
  const literals = source.match(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/g) ?? [];
  return literals.map((literal) => literal.slice(1, -1)).filter((text) => /^[^\s/%]{16,200}$/.test(text));
}

function dailyKeys(key) {
  const today = Math.floor(now() / secondsOfDay);
  return namesOfDay(today).flatMap((name) => [
    createHmac('sha256', key).update(name).digest(),
    sha256(Buffer.concat([key, Buffer.from(name)])),
  ]);
}
