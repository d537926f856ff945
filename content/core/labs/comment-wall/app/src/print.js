import { format } from '../public/format.js';

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' });

const entry = ({ author, website, text, at }) => `
    <article>
      <h2>${website ? `<a href="${website}">${author}</a>` : author}</h2>
      <p>${format(text)}</p>
      <footer>${day.format(new Date(at))}</footer>
    </article>`;

/** The page for the notice board. */
export const printPage = (wall, comments) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Wall ${wall}</title>
    <link rel="stylesheet" href="/print.css">
  </head>
  <body>
    <h1>Wall ${wall}</h1>${comments.map(entry).join('')}
  </body>
</html>
`;
