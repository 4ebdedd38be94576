import { setTimeout } from 'node:timers/promises';
import { randomOf } from '../random.ts';
import { writing } from '../speed/servers.ts';
import { versionIn, versionOf } from '../versions.ts';
import type { Tally } from './tally.ts';

/** What may be stored of an article: the version that was acknowledged last, and one sent since; null: none. */
type Possible = Map<number, Set<number | null>>;

/** Puts, replaces and removes articles that nobody else writes. */
export interface Writer {
  /** The numbers of its own. */
  articles: readonly number[];
  writeOn(tally: Tally, ending: AbortSignal): Promise<void>;
  acknowledged(): number;
  /** @returns what is stored otherwise than was acknowledged, in words */
  findLost(tally: Tally): Promise<string[]>;
}

/** @param articles the numbers of its own */
export function createWriter(name: string, articles: readonly number[], pauseMs: number): Writer {
  const random = randomOf('writer', name);
  const possible: Possible = new Map(articles.map((article) => [article, new Set([null])]));
  const bundleUrl = (article: number) => `/v1/articles/${versionOf(article, 0).article.id}/bundle`;
  let acknowledged = 0;
  let version = 0;

  async function write({ ask }: Tally, article: number): Promise<void> {
    const before = possible.get(article) ?? new Set([null]);
    const isThere = !before.has(null);
    const sent = isThere && random.chance(0.2) ? null : ++version;
    before.add(sent);
    const answer = await ask(
      sent === null
        ? { url: bundleUrl(article), method: 'DELETE', headers: writing, alsoRight: [204] }
        : {
            url: bundleUrl(article),
            method: 'PUT',
            headers: { ...writing, 'content-type': 'application/json' },
            body: JSON.stringify(versionOf(article, sent)),
            alsoRight: [201],
          },
    );
    if (answer === null) return;
    possible.set(article, new Set([sent]));
    acknowledged++;
  }

  return {
    articles,
    acknowledged: () => acknowledged,
    async writeOn(tally, ending) {
      // All of them are there first.
      for (const article of articles) if (!ending.aborted) await write(tally, article);
      while (!ending.aborted) {
        await write(tally, random.pick(articles));
        await setTimeout(pauseMs * 5);
      }
    },
    async findLost({ ask }) {
      const lost: string[] = [];
      for (const [article, versions] of possible) {
        const answer = await ask({ url: bundleUrl(article), alsoRight: [404] });
        const bundle = answer?.status === 200 ? JSON.parse(answer.text) : null;
        const found = bundle === null ? null : versionIn(bundle);
        const isWhole =
          found === null ||
          (bundle.events.length > 0 && (found % 2 === 1) === ((bundle.quotes ?? []).length === 0));
        if (answer === null || !versions.has(found) || !isWhole)
          lost.push(`article ${article}: ${found} of ${[...versions].join(' or ')}`);
      }
      return lost;
    },
  };
}
