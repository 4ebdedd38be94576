import fc from 'fast-check';
import { expect } from 'vitest';
import { createBundleReader } from '../../src/bundle/check.ts';
import { factTypes } from '../../src/resources.ts';
import { bundlesWith } from './any-bundle.ts';
import { anyFreeText, anyLine } from './any-strings.ts';
import { type TestServer, withKey } from './server.ts';

/** Puts an article with texts of every kind, checks, and so on with others. */
export async function checkWithAnyTexts(
  server: TestServer,
  numRuns: number,
  check: () => Promise<void>,
): Promise<void> {
  const { read } = createBundleReader(factTypes);
  await fc.assert(
    fc.asyncProperty(bundlesWith(anyLine, anyFreeText), async ({ bundle, text }) => {
      // A few are refused: for marks that would join what stands beside them.
      fc.pre(read(bundle, text).faults.length === 0);
      const url = `/v1/articles/${bundle.article.id}/bundle`;
      const payload = { ...bundle, articleText: text };
      const { statusCode } = await server.ask({ method: 'PUT', url, payload, headers: withKey });
      expect([200, 201]).toContain(statusCode);
      await check();
    }),
    { numRuns, endOnFailure: true },
  );
}
