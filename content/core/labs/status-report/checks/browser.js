// Opens a page of the board as a browser does, up to the point at which code would run.
import { calls, isProgram, stringsIn, tokensOf } from './code.js';
import { parse } from './html.js';

const origin = 'http://board.example/';
const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href'];

/** A page: its tree, the token in it, the code that a browser would run, and where it sends its reader. */
export function openPage(html) {
  const document = parse(html);
  const token = document.find(({ name }) => name === 'body')?.attribute('data-token') ?? '';
  const programs = codeIn(document).filter(isProgram).map(tokensOf);
  return { document, token, programs, leaves: refreshOf(document) };
}

/** Whether code of the page calls a function with this text. */
export const runs = ({ programs }, name, text) => programs.some((tokens) => calls(tokens, name, text));

/** Scripts, handlers of events, and javascript: addresses. */
function codeIn(document) {
  const elements = document.all;
  const scripts = elements.filter(
    ({ name, attributes }) =>
      name === 'script' && !attributes.has('src') && isJavaScript(attributes.get('type')),
  );
  return [
    ...scripts.map(({ text }) => text),
    ...elements.flatMap(handlersOf),
    ...elements.flatMap(addressCodeOf),
  ];
}

const isJavaScript = (type = '') =>
  /^\s*(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)\s*$/i.test(type);

export const handlersOf = ({ attributes }) =>
  [...attributes]
    .filter(([name]) => name.startsWith('on'))
    .map(([, code]) => `(function (event) {${code}\n})`);

/** The code of javascript: addresses, read as a browser reads addresses. */
function addressCodeOf({ attributes }) {
  return addresses.flatMap((name) => {
    const url = attributes.has(name) ? URL.parse(attributes.get(name), origin) : null;
    if (url?.protocol !== 'javascript:') return [];
    const code = url.href.slice('javascript:'.length);
    try {
      return [decodeURIComponent(code)];
    } catch {
      return [code];
    }
  });
}

/** Where a page sends its reader by itself, when that is outside; the last such order counts here. */
function refreshOf(document) {
  const found = document.all.findLast(
    ({ name, attributes }) => name === 'meta' && /^refresh$/i.test(attributes.get('http-equiv') ?? ''),
  );
  const address = /url\s*=\s*['"]?(.+?)['"]?\s*$/i.exec(found?.attribute('content') ?? '')?.[1];
  const url = address && URL.parse(address, origin);
  return url && url.origin !== new URL(origin).origin ? url.href : undefined;
}

/** Texts that a page hands to its scripts: literals, data in JSON, values of attributes. */
export function dataIn(root) {
  const texts = root.all.flatMap((element) => [
    ...element.attributes.values(),
    ...(element.name === 'script' ? [element.text, ...stringsIn(tokensOf(element.text))] : []),
    ...handlersOf(element).flatMap((code) => stringsIn(tokensOf(code))),
  ]);
  return texts.flatMap((text) => [text, ...textsInJson(text)]);
}

function textsInJson(text) {
  try {
    const found = [];
    JSON.parse(text, (_key, value) => {
      if (typeof value === 'string') found.push(value);
      return value;
    });
    return found;
  } catch {
    return [];
  }
}
