import type { Name } from './attribution.ts';

const bodies =
  'Party|Committee|Department|University|House|Court|Congress|Senate|Administration|Campaign|Institute|Council|Agency|Bureau|Association|Foundation|Center|Union|Bank|Group|Inc|Corp|Company|Parliament|Commission|Ministry|Army|Police|Board|Office|Chamber|Club|League|Organization|College|School';
const media = {
  en: /(^|\s)(\w+-)?(Times|Post|News|Journal|Magazine|Radio|TV|Press|Tribune|Observer)$/u,
  de: /(zeitung|zeitungen|ztg\.|blatt|blätter|presse|journal)$/iu,
};

/** Whether “of” after this word goes on with its name, as in “University of Michigan”. */
export function isBody(word: string): boolean {
  return new RegExp(`^(${bodies})$`, 'u').test(word);
}

/** Neither corpus says what kind of actor a name is: a person, unless the words show something else. */
export function kindOfName(name: string, language: 'en' | 'de'): Name['kind'] {
  if (countries[language].has(name.replaceAll('ß', 'ss'))) return 'country';
  if (media[language].test(name)) return 'media';
  const isBodyName =
    language === 'en' && (/^\p{Lu}[\p{Lu}.&]+$/u.test(name) || endsInBody.test(name));
  return isBodyName ? 'organization' : 'person';
}

const endsInBody = new RegExp(`\\b(${bodies})( (of|for) .*)?$`, 'u');

const countries = { en: namesOfCountries('en'), de: namesOfCountries('de') };

/** What countries are called in a language, as far as Unicode's data (CLDR) have it. */
function namesOfCountries(language: string): Set<string> {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Set(codes.flatMap((code) => names.of(code) ?? []));
}
