/** Shown while there is no built web app, so that nobody looks at an empty page. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hotseat is not built yet</title>
<meta name="color-scheme" content="light dark">
<h1>The web app is not built yet</h1>
<p>The server runs, but the pages that it shows have not been built.</p>
<p>Run <code>npm start</code> in the folder of Hotseat: it builds them and starts again. Then reload this page.</p>
</html>
`;
