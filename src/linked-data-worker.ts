import { type StoredArticle, writeJsonLd } from './linked-data/graph.ts';
import { writeTurtle } from './linked-data/turtle.ts';
import { factTypes } from './resources.ts';

/** What other threads are asked for. */
export function toJsonLd(stored: StoredArticle): string {
  return writeJsonLd(stored, factTypes);
}

export function toTurtle(stored: StoredArticle): Promise<string> {
  return writeTurtle(stored, factTypes);
}
