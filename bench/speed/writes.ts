import { resources } from '../../src/resources.ts';
import { syntheticArticle } from '../synthetic.ts';
import { askFor } from './ask.ts';
import { countList } from './expected.ts';
import type { WriteFigures } from './figures.ts';
import { type Server, waitUntilIdle, writing } from './servers.ts';

const count = 101;

type Bundles = readonly ReturnType<typeof syntheticArticle>['bundle'][];

/**
 * How long it takes to put one more article of 40 facts, to replace it, and to delete it, one request after
 * the other. As many others are put and deleted before, which doesn't count: what the server needs for it is compiled
 * and in memory then, as in one that is in service. @throws Error where the lists aren't as long afterwards as they were before
 */
export async function measureWrites(server: Server): Promise<WriteFigures> {
  const { address } = server;
  await waitUntilIdle(server);
  // Of other seeds than those that are stored, so that they are new.
  const ofSeed = (seed: number): Bundles =>
    Array.from({ length: count }, (_, index) => syntheticArticle(seed, index).bundle);
  const bundles = ofSeed(99);
  const before = await countAll(address);
  const times = async (
    method: string,
    status: number,
    toBody: (bundle: Bundles[number]) => unknown,
    these: Bundles,
  ) => {
    const all: number[] = [];
    for (const bundle of these) {
      const url = `${address}/v1/articles/${bundle.article.id}/bundle`;
      const body = toBody(bundle);
      const begin = performance.now();
      await askFor(url, { method, headers: writing, body }, [status]);
      all.push(performance.now() - begin);
    }
    return all;
  };
  const putAll = (these: Bundles) => times('PUT', 201, (bundle) => bundle, these);
  const removeAll = (these: Bundles) => times('DELETE', 204, () => undefined, these);
  const others = ofSeed(98);
  await putAll(others);
  await removeAll(others);
  const put = await putAll(bundles);
  const rewrite = (bundle: Bundles[number]) => ({
    ...bundle,
    article: { ...bundle.article, description: { [bundle.article.language]: 'Written anew.' } },
  });
  const replace = await times('PUT', 200, rewrite, bundles);
  const remove = await removeAll(bundles);
  const after = await countAll(address);
  if (after !== before) throw new Error(`there were ${before}, now there are ${after}`);
  return { put, replace, remove };
}

async function countAll(address: string): Promise<string> {
  const counts: string[] = [];
  for (const { name } of resources) counts.push(`${await countList(address, name)} ${name}`);
  return counts.join(', ');
}
