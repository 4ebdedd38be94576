import { InvalidArgumentError } from 'commander';
import { longestSlug, slugPattern } from '../model/identifiers.ts';
import { languagePattern, longestLanguage } from '../model/localized-text.ts';

export function parseSlug(value: string): string {
  if (value.length <= longestSlug && new RegExp(slugPattern).test(value)) return value;
  throw new InvalidArgumentError(
    `It must be words of a–z and 0–9 joined by hyphens, at most ${longestSlug} characters.`,
  );
}

export function parseLanguage(value: string): string {
  if (value.length <= longestLanguage && new RegExp(languagePattern).test(value)) return value;
  throw new InvalidArgumentError('It must be a language tag (BCP 47), like id or en-GB.');
}
