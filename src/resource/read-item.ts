import { noSuchItem } from '../http/problems.ts';
import type { Store } from '../store/store.ts';
import { findMeant } from './hints.ts';
import type { Resource } from './resource.ts';

/**
 * The item of that id, as a JSON text.
 * @throws ProblemError where there is none: it says which one was meant
 */
export async function readItem(
  store: Store,
  { name, singular }: Pick<Resource, 'name' | 'singular'>,
  id: string,
): Promise<string> {
  const document = await store.ask('item', { table: name, id });
  if (document === null) throw noSuchItem(singular, id, await findMeant(store, name, id));
  return document;
}
