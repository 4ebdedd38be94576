import type { Citation } from './cite.ts';

/** BibTeX. What means something to TeX is written so that it stands as it is. */
export function bibtexOf({
  id,
  kind,
  title,
  language,
  author,
  container,
  issued,
  url,
  note,
}: Citation): string {
  const [year, month, day] = issued ?? [];
  const fields: [string, string | number | null | undefined][] = [
    // Twice in braces: neither taken apart into names, nor written small.
    ['author', author && `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(title)}}`],
    [kind === 'newspaper' ? 'journal' : 'howpublished', container && escapeTex(container)],
    ['year', year],
    ['month', month],
    ['day', day],
    ['language', language],
    ['url', encodeURI(decodeSafely(url)).replaceAll(/[{}\\]/g, encodeURIComponent)],
    ['note', note && escapeTex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@${kind === 'newspaper' ? 'article' : 'misc'}{${id},\n${lines.join('\n')}\n}\n`;
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}$&#%_~^]/g, (it) => special[it] ?? `\\${it}`);
}
