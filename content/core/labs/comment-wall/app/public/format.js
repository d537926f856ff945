const link = /https?:\/\/\S+/g;
const bold = /(^|\s)\*(\S|\S.*?\S)\*(?=\s|$)/gm;

/** The HTML of a text: links, *bold*, and line breaks. Tags were taken out when the text came in. */
export function format(text) {
  return text
    .replace(link, (url) => `<a href="${url}" rel="nofollow ugc">${url}</a>`)
    .replace(bold, '$1<strong>$2</strong>')
    .replaceAll('\n', '<br>');
}
