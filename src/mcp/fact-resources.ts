import { capitalized } from '../resource/capitalized.ts';
import type { Resource } from '../resource/resource.ts';
import type { AskRoute } from './ask-route.ts';
import { listOperation, type Page } from './pages.ts';

/** Each list’s items as resources, read as the API serves them. */
const scheme = 'article-facts:';

function templateOf({ name }: Resource): string {
  return `${scheme}//${name}/{id}`;
}

/** The templates, as they are listed. */
export function describeTemplates(resources: readonly Resource[]) {
  return resources.map((resource) => ({
    uriTemplate: templateOf(resource),
    name: resource.singular,
    description: resource.description,
    mimeType: 'application/json',
  }));
}

/** The item that a URI names, whole; null where it names none. @throws ToolError where there is no such item */
export async function readItem(
  uri: string,
  resources: readonly Resource[],
  ask: AskRoute,
): Promise<object | null> {
  const [, list, id = ''] = /^article-facts:\/\/([a-z]+)\/([a-z0-9-]+)$/.exec(uri) ?? [];
  const resource = resources.find(({ name }) => name === list);
  if (resource === undefined) return null;
  return ask<object>(`get${capitalized(resource.singular)}`, { [resource.singular]: id });
}

/** Of how many ids one is chosen. */
const mostCompleted = 20;

/** Ids that begin so, as far as their words are words of what they stand for. */
export async function completeId(
  template: string,
  begun: string,
  resources: readonly Resource[],
  ask: AskRoute,
): Promise<string[]> {
  const resource = resources.find((it) => templateOf(it) === template);
  const words = begun.split('-').filter((it) => /^[a-z0-9]+$/.test(it));
  if (resource === undefined || words.length === 0) return [];
  const q = `${words.join(' ')}*`;
  const { data } = await ask<Page>(listOperation(resource), { q, limit: mostLookedAt });
  return data
    .map(({ id }) => id)
    .filter((id) => id.startsWith(begun))
    .slice(0, mostCompleted);
}

const mostLookedAt = 100;
