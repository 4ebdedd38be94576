import { resources } from '../../src/resources.ts';
import { syntheticArticle } from '../synthetic.ts';
import { askFor } from './ask.ts';
import { countList } from './expected.ts';
import type { WriteFigures } from './figures.ts';
import { type Server, waitUntilIdle, writing } from './servers.ts';

const count = 101;

/**
 * How long it takes to put one more article of 40 facts, to replace it, and to delete it, one request after
 * the other. @throws Error where the lists aren't as long afterwards as they were before
 */
export async function measureWrites(server: Server): Promise<WriteFigures> {
  const { address } = server;
  await waitUntilIdle(server);
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
      await askFor(url, { method, headers: writing, body }, [status]);
      all.push(performance.now() - begin);
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
