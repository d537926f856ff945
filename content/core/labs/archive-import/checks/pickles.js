const shortText = (text) => Buffer.concat([Buffer.from([0x8c, Buffer.byteLength(text)]), Buffer.from(text)]);
const [mark, start] = [Buffer.from([0x93]), Buffer.from([0x80, 0x04])];
const tupleOfOne = Buffer.from([0x85]);
const [call, end] = [Buffer.from('R'), Buffer.from('.')];

/** Calls module.name with texts, in the oldest form of the format. */
export const oldCall = (module, name, args) =>
  Buffer.from(`c${module}\n${name}\n(${args.map((arg) => `V${arg}\n`).join('')}tR.`);

/** The same in form 4, where a name may have dots in it. */
export const newCall = (module, name, arg) =>
  Buffer.concat([start, shortText(module), shortText(name), mark, shortText(arg), tupleOfOne, call, end]);

/** Calls module.name with a text, and what that returns with another one. */
export const callOfCall = (module, name, [first, second]) =>
  Buffer.concat([
    ...[start, shortText(module), shortText(name), mark, shortText(first), tupleOfOne, call],
    ...[shortText(second), tupleOfOne, call, end],
  ]);
