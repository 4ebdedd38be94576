import { type Html, html } from './html.ts';

/** What browsers show beside the title: a quotation mark. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><text y="14" font-size="16">❝</text></svg>';

/** A page that needs nothing else: no script and no other file, light and dark. */
export function plainPage(title: string, main: Html): string {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<title>${title}</title>
<style>
:root { color-scheme: light dark; --soft: color-mix(in srgb, currentColor 8%, transparent); }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; background: light-dark(#fff, #16181a); }
h1 { line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
a { color: light-dark(#0b57b7, #9cc4ff); }
a:focus-visible { outline: .15rem solid; outline-offset: .15rem; }
code { font-size: .95em; }
ul, dl { padding: 0; list-style: none; }
li { margin: .6rem 0; }
.request { display: block; background: var(--soft); border-radius: .5rem; padding: .5rem .8rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--soft); }
</style>
</head>
<body>
${main}
</body>
</html>
`}`;
}

/** Where all plain pages lead on to. */
export const onwards = html`<p><a href="/">Start</a> · <a href="/docs">Documentation</a> · <a href="/problems">All errors</a></p>`;
