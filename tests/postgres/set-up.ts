import type { TestProject } from 'vitest/node';
import { startCluster } from '../support/cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a PostgreSQL server, where tests are to run on it. */
    postgres: string;
  }
}

/** One server for all tests, each of which has schemas of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  project.provide('postgres', cluster.url);
  return cluster.remove;
}
