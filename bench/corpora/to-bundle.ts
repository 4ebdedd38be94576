import type { Static } from 'typebox';
import type { ActorEntry } from '../../src/model/actor.ts';
import type { ArticleEntry } from '../../src/model/article.ts';
import { type AnnotatedArticle, inOneLine, type Name } from './attribution.ts';
import { findQuotations } from './quotation-marks.ts';
import { toQuote, type WrittenQuote } from './to-quote.ts';

type WrittenActor = Static<typeof ActorEntry>;

export interface WrittenBundle {
  article: Static<typeof ArticleEntry>;
  articleText: string;
  quotes: WrittenQuote[];
  actors: WrittenActor[];
}

export function toBundle(annotated: AnnotatedArticle): WrittenBundle {
  const { id, language, title, description, source, text, attributions } = annotated;
  const quotations = findQuotations(text);
  const actors = createActors(annotated);
  const quotes = attributions.map((attribution) => {
    const { reportedIn, names } = attribution;
    return {
      id: `${id}-${attribution.id}`,
      ...toQuote(attribution, text, quotations),
      speakers: [...new Set(names.map(actors.add))],
      reportedIn: reportedIn === null ? null : `${id}-${reportedIn}`,
    };
  });
  return {
    article: {
      id,
      language,
      title: { [language]: title },
      ...(description !== null && { description: { [language]: description } }),
      source,
    },
    articleText: text.text,
    quotes,
    actors: actors.list(),
  };
}

/**
 * Actors have ids of their article alone: no corpus says whether one is that of another article. Within an
 * article the same name is the same actor.
 */
function createActors({ id: article, language }: AnnotatedArticle) {
  const actors = new Map<string, WrittenActor>();
  const ids = new Set<string>();
  return {
    /** Adds where a name stands, and gives the id of whom it names. */
    add({ text, kind, at }: Name): string {
      const actor: WrittenActor = actors.get(text) ?? {
        id: newId(text),
        kind,
        name: { [language]: inOneLine(text) },
        mentions: [],
      };
      actors.set(text, actor);
      if (actor.mentions.every(({ start }) => start !== at.start))
        actor.mentions.push({ ...at, exact: text, role: 'content', continues: false });
      actor.mentions.sort((one, other) => one.start - other.start);
      return actor.id;
    },
    list: () => [...actors.values()],
  };

  function newId(name: string): string {
    const base = `${article}-${toSlug(name)}`.slice(0, 90).replace(/-$/, '');
    let id = base;
    for (let next = 2; ids.has(id); next++) id = `${base}-${next}`;
    ids.add(id);
    return id;
  }
}

/** Small letters and digits joined by hyphens. */
export function toSlug(text: string): string {
  const letters = text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD');
  return (letters.replaceAll(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? ['x']).join('-');
}
