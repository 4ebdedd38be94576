import { francAll } from 'franc-min';

/** What is nearly as likely as the first may be it as well. */
const nearly = 0.93;

/** The languages (BCP 47) that a text may be in, the likeliest first: one where it is sure, none where nothing is. */
export function detectLanguages(text: string): string[] {
  return francAll(text)
    .filter(([code, likeness]) => code !== 'und' && likeness >= nearly)
    .map(([code]) => Intl.getCanonicalLocales(code)[0] ?? code);
}
