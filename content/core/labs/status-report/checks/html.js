// Reads HTML the way a browser does, as far as these pages need it: tags, attributes, text and the ends of scripts.

const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
const rawTexts = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'textarea', 'title']);
const named = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  Tab: '\t',
  NewLine: '\n',
  lpar: '(',
  rpar: ')',
  sol: '/',
};

/** Text with its character references replaced. */
export function decode(text) {
  return text.replace(/&(?:#[xX]([0-9a-fA-F]+);?|#(\d+);?|([a-zA-Z]+);?)/g, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}

const tagName = /[a-zA-Z][^\s/>]*/y;
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;

function matchAt(pattern, html, at) {
  pattern.lastIndex = at;
  return pattern.exec(html);
}

/** The attributes of a tag, of which the first of each name counts, and where the tag ends. */
function readAttributes(html, start) {
  const attributes = new Map();
  let at = start;
  for (let found = matchAt(attribute, html, at); found; found = matchAt(attribute, html, at)) {
    const name = found[1].toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decode(found[2] ?? found[3] ?? found[4] ?? ''));
    at = attribute.lastIndex;
  }
  const end = html.indexOf('>', at);
  return { attributes, end: end < 0 ? html.length : end + 1 };
}

/** Where the text of a script ends: inside "<!--" and "<script" its closing tag is part of the text. */
function endOfScript(html, start) {
  const marks = /<!--|-->|<(\/?)script(?=[\s/>])/gi;
  marks.lastIndex = start;
  let inComment = false;
  let inNested = false;
  for (let mark = marks.exec(html); mark; mark = marks.exec(html)) {
    if (mark[0] === '<!--') inComment = true;
    else if (mark[0] === '-->') inComment = inNested = false;
    else if (!mark[1]) inNested = inComment;
    else if (inNested) inNested = false;
    else return mark.index;
  }
  return html.length;
}

function endOfRawText(html, start, name) {
  if (name === 'script') return endOfScript(html, start);
  const found = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  found.lastIndex = start;
  return found.exec(html)?.index ?? html.length;
}

class Element {
  constructor(name, attributes) {
    Object.assign(this, { name, attributes, children: [] });
  }

  get text() {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }

  /** All elements below this one, in document order. */
  get all() {
    return this.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...child.all]));
  }

  find(test) {
    return this.all.find(test);
  }

  attribute(name) {
    return this.attributes.get(name);
  }
}

/** The document as a tree; end tags close the nearest open element of their name. */
export function parse(html) {
  const root = new Element('#document', new Map());
  const open = [root];
  const add = (child) => open.at(-1).children.push(child);
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const text = html.slice(at, next < 0 ? html.length : next);
    if (text) add(decode(text));
    if (next < 0) break;
    at = readMarkup(html, next, { open, add });
  }
  return root;
}

function readMarkup(html, at, tree) {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return end < 0 ? html.length : end + 3;
  }
  const isEnd = html[at + 1] === '/';
  const name = matchAt(tagName, html, at + (isEnd ? 2 : 1))?.[0].toLowerCase();
  if (name)
    return isEnd
      ? readEndTag(html, at + 2 + name.length, name, tree)
      : readStartTag(html, at + 1 + name.length, name, tree);
  if (/[!?/]/.test(html[at + 1] ?? '')) {
    const end = html.indexOf('>', at);
    return end < 0 ? html.length : end + 1;
  }
  tree.add('<');
  return at + 1;
}

function readEndTag(html, at, name, { open }) {
  const depth = open.findLastIndex((element) => element.name === name);
  if (depth > 0) open.length = depth;
  return readAttributes(html, at).end;
}

function readStartTag(html, at, name, { open, add }) {
  const { attributes, end } = readAttributes(html, at);
  const element = new Element(name, attributes);
  add(element);
  if (voids.has(name)) return end;
  open.push(element);
  if (!rawTexts.has(name)) return end;
  const stop = endOfRawText(html, end, name);
  const text = html.slice(end, stop);
  element.children.push(name === 'title' || name === 'textarea' ? decode(text) : text);
  return stop;
}
