import type { TSchema } from 'typebox';
import { type LocalizedText, shownText } from '../model/localized-text.ts';
import { schemaBehind } from '../model/schema.ts';

type Fields = Record<string, unknown>;

/** What is not told of a component: what follows from the rest, or what an answer seldom needs. */
const untold: Readonly<Record<string, readonly string[]>> = {
  Period: ['earliest', 'latest'],
  ActorRef: ['kind'],
  PlaceRef: ['kind'],
  EventRef: ['kind'],
  QuoteRef: ['kind'],
};

/** What is told only where it is something else. */
const usual: Fields = { polarity: 'affirmed', role: 'content', continues: false, basis: 'stated' };

/**
 * A document without what is null, empty or usual, its texts in one language: a third of its bytes. What is
 * said, and where it stands, is as it was.
 * @param schema of the document
 */
export function shorten(schema: TSchema, value: unknown): unknown {
  const { $id = '', type, items, properties } = schemaBehind(schema) as TSchema & Shape;
  if ($id === 'LocalizedText') return shownText(value as LocalizedText);
  if (Array.isArray(value)) return value.map((item) => shorten(items ?? {}, item));
  if (type !== 'object' || typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(
    ([name, it]) => !untold[$id]?.includes(name) && !isEmpty(it) && usual[name] !== it,
  );
  return Object.fromEntries(
    told.map(([name, it]) => [name, shorten(properties?.[name] ?? {}, it)]),
  );
}

interface Shape {
  $id?: string;
  type?: string;
  items?: TSchema;
  properties?: Record<string, TSchema>;
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
