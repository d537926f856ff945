// Generators of Go's math/rand/v2, as far as a key of 32 bytes needs them.

const low64 = (1n << 64n) - 1n;
const low128 = (1n << 128n) - 1n;
const pcgMultiplier = (2549297995355413924n << 64n) | 4865540595714422341n;
const pcgIncrement = (6364136223846793005n << 64n) | 1442695040888963407n;
const pcgCheap = 0xda942042e4dd58b5n;

/** What rand.NewPCG(seed1, seed2) gives as four numbers, in little-endian order. */
export function pcgKey(seed1, seed2) {
  let state = (BigInt.asUintN(64, seed1) << 64n) | BigInt.asUintN(64, seed2);
  const key = Buffer.alloc(32);
  for (let at = 0; at < key.length; at += 8) {
    state = (state * pcgMultiplier + pcgIncrement) & low128;
    let high = state >> 64n;
    high ^= high >> 32n;
    high = (high * pcgCheap) & low64;
    high ^= high >> 48n;
    key.writeBigUInt64LE((high * ((state & low64) | 1n)) & low64, at);
  }
  return key;
}

const rotate = (word, by) => (word << by) | (word >>> (32 - by));

function quarterRound(words, a, b, c, d) {
  words[a] += words[b];
  words[d] = rotate(words[d] ^ words[a], 16);
  words[c] += words[d];
  words[b] = rotate(words[b] ^ words[c], 12);
  words[a] += words[b];
  words[d] = rotate(words[d] ^ words[a], 8);
  words[c] += words[d];
  words[b] = rotate(words[b] ^ words[c], 7);
}

const columnsAndDiagonals = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
];

/** The first 32 bytes of rand.NewChaCha8(seed): the first two words of its first four blocks, interlaced. */
export function chacha8Key(seed) {
  const key = Buffer.alloc(32);
  for (let block = 0; block < 4; block += 1) {
    const words = new Uint32Array(16);
    words.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);
    for (let at = 0; at < 8; at += 1) words[4 + at] = seed.readUInt32LE(at * 4);
    words[12] = block;
    for (let round = 0; round < 4; round += 1) {
      for (const places of columnsAndDiagonals) quarterRound(words, ...places);
    }
    key.writeUInt32LE(words[0], block * 4);
    key.writeUInt32LE(words[1], 16 + block * 4);
  }
  return key;
}
