/** The program that a page shows in pieces, and what it prints, to be read from top to bottom. */
export function readProgram(page: string, language: string, address: string) {
  const pieces = (of: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${of}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, it = '']) => it);
  return {
    source: pieces(language).join('\n').replaceAll('http://127.0.0.1:3000', address),
    printed: pieces('text').join(''),
  };
}

/** The program of the README of the whole, and what it says that it prints. */
export function readFirstProgram(readme: string, language: string, address: string) {
  const section = readme.split(/^## /m).find((it) => it.startsWith('From a program')) ?? '';
  const [, printed = ''] = /^Both print `(.+)`\.$/m.exec(section) ?? [];
  return { source: readProgram(section, language, address).source, printed: `${printed}\n` };
}

/** @throws Error that shows both where they differ */
export function expectPrinted(printed: string, promised: string): void {
  if (promised === '' || printed !== promised)
    throw new Error(`It prints\n${printed}instead of\n${promised}`);
}
