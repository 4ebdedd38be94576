import { resources } from '../../src/resources.ts';
import { syntheticArticle } from '../synthetic.ts';
import { ask } from './ask.ts';
import { countList } from './expected.ts';
import type { WriteFigures } from './figures.ts';
import { type Server, writing } from './servers.ts';

const count = 101;

/**
 * How long it takes to put one more article of 40 facts, to replace it, and to delete it, one request after
 * the other. @throws Error where the lists aren't as long afterwards as they were before
 */
export async function measureWrites({ address }: Server): Promise<WriteFigures> {
  // Of another seed than those that are stored, so that they are new.
  const bundles = Array.from({ length: count }, (_, index) => syntheticArticle(99, index).bundle);
  const before = await countAll(address);
  const times = async (
    method: string,
    status: number,
    toBody: (bundle: (typeof bundles)[number]) => unknown,
  ) => {
    const all: number[] = [];
    for (const bundle of bundles) {
      const url = `${address}/v1/articles/${bundle.article.id}/bundle`;
      const body = toBody(bundle);
      const begin = performance.now();
      const answer = await ask(url, { method, headers: writing, body });
      all.push(performance.now() - begin);
      if (answer.status !== status)
        throw new Error(`${method} ${url} was answered with ${answer.status}: ${answer.body}`);
    }
    return all;
  };
  const put = await times('PUT', 201, (bundle) => bundle);
  const replace = await times('PUT', 200, (bundle) => ({
    ...bundle,
    article: { ...bundle.article, description: { [bundle.article.language]: 'Written anew.' } },
  }));
  const remove = await times('DELETE', 204, () => undefined);
  const after = await countAll(address);
  if (after !== before) throw new Error(`there were ${before}, now there are ${after}`);
  return { put, replace, remove };
}

async function countAll(address: string): Promise<string> {
  const counts: string[] = [];
  for (const { name } of resources) counts.push(`${await countList(address, name)} ${name}`);
  return counts.join(', ');
}
