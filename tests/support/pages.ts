import { globSync, readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';

export const readPage = (path: string) => readFileSync(inPackage(path), 'utf8');

/** All that is written for people, by its path. */
export function findPages(): string[] {
  return globSync(['{CONTRIBUTING,CHANGELOG,SECURITY}.md', 'docs/*.md', '**/README.md'], {
    cwd: inPackage('.'),
    exclude: (name) => /(^|\/)(node_modules$|\.)/.test(name),
  });
}

interface Example {
  path: string;
  printed: string;
  /** Whether the answer has more than is printed: the page says so in between, or on the whole. */
  isPart: boolean;
}

/** The requests of a page, and the answers that it prints under them, in a language like `json`. */
export function findExamples(page: string, language: string): Example[] {
  const request = /```sh\ncurl -s '?http:\/\/127\.0\.0\.1:3000([^'\n]+?)'?\n```\n/g;
  return [...page.matchAll(request)].map(({ 0: { length }, 1: path = '', index }) => {
    const [between = '', printed = ''] = page.slice(index + length).split(`\`\`\`${language}\n`);
    return {
      path,
      printed: printed.slice(0, printed.indexOf('```')),
      isPart: between.trim() !== '',
    };
  });
}
