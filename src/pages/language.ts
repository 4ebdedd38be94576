import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';
import type { FastifyRequest } from 'fastify';
import { type Catalogue, catalogues, type UiLanguage, uiLanguages } from './catalogue.ts';

/** Who reads a page: in which language the page speaks, and how it leads on. */
export interface Reader {
  language: UiLanguage;
  words: Catalogue;
  /** What this server is called, for what leaves it: an address without a slash at its end. */
  base: string;
  /** A path of this server, in the language that was asked for. */
  to(path: string, parameters?: Readonly<Record<string, string>>): string;
}

/** The language that was asked for (`ui`), or the one that the browser prefers. */
export function readerOf(
  request: FastifyRequest,
  asked: UiLanguage | undefined,
  publicUrl: string | null,
): Reader {
  const language = asked ?? preferredLanguage(request.raw);
  return {
    language,
    words: catalogues[language],
    base: publicUrl ?? `${request.protocol}://${request.host}`,
    to(path, parameters = {}) {
      const query = new URLSearchParams({ ...parameters, ...(asked && { ui: asked }) });
      return query.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
    },
  };
}

export function preferredLanguage(request: IncomingMessage): UiLanguage {
  const preferred = accepts(request).language([...uiLanguages]);
  return uiLanguages.find((it) => it === preferred) ?? 'en';
}

/** `rtl` or `ltr`; where that isn't known, the browser looks at the text. */
export function directionOf(language: string): string {
  try {
    return new Intl.Locale(language).getTextInfo().direction ?? 'auto';
  } catch {
    return 'auto';
  }
}
