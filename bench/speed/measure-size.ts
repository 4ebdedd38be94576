import { cases } from './cases.ts';
import { provideDatabase } from './databases.ts';
import { type Engine, titles } from './engines.ts';
import { measureExport, prepareExport } from './export-rates.ts';
import type { ExportFigures, SizeFigures } from './figures.ts';
import type { Launch } from './launch.ts';
import type { Load } from './load.ts';
import { readMaterial } from './material.ts';
import { measureRound, outdateAnswers, warmUp } from './measure-round.ts';
import { forgetPeak, readPeakMiB } from './memory.ts';
import type { Options } from './options.ts';
import { type Prepared, prepareCase } from './prepare-case.ts';
import { type Server, startOurs } from './servers.ts';
import { measureStarts } from './start-times.ts';
import { measureWrites } from './writes.ts';

export interface Tools {
  launch: Launch;
  load: Load;
  bare: Server;
  ending: AbortSignal;
}

/** Everything that was chosen, with a database of so many facts. */
export async function measureSize(
  { launch, load, bare, ending }: Tools,
  engine: Engine,
  { chosen, rounds }: Options,
  facts: number,
): Promise<SizeFigures> {
  const timed = chosen.has('loading');
  await engine.runOn('both');
  const { database: original, loading } = await provideDatabase(launch, engine, { facts, timed });
  const figures: SizeFigures = { facts, engine: engine.name, cases: [], leftOut: [], failed: [] };
  if (timed && loading !== undefined) figures.loading = loading;
  // What is written while it is measured doesn't stay.
  const database = { name: 'facts', isKept: false };
  await engine.runOn('server');
  await engine.copy(original, database);
  const url = engine.urlOf(database);

  /** What fails takes nothing else with it, unless the whole run is to end. */
  async function attempt(what: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (ending.aborted) throw error;
      figures.failed.push(`${what}: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }

  if (chosen.has('start'))
    await attempt('start', async () => {
      figures.start = await measureStarts(launch, url, rounds);
    });

  const ours = await startOurs(launch, url);
  const servers = { ours, bare };
  // The article that changes is there from the beginning, as how many there are shows in scores.
  await attempt('putting an article', () => outdateAnswers(ours));
  let prepared: Prepared[] = [];
  const some = cases.filter(({ name }) => chosen.has(name));
  const material = some.length === 0 ? null : await readMaterial(ours.address, facts);
  for (const it of some)
    await attempt(it.title, async () => {
      const ready = material && (await prepareCase(servers, it, material));
      if (ready) prepared.push(ready);
      else figures.leftOut.push(`${it.title}, as the server has no such route`);
    });
  let exported: ExportFigures | undefined;
  if (chosen.has('export'))
    await attempt('export', async () => {
      exported = await prepareExport(servers);
    });

  console.error(`${facts} facts: warming up`);
  for (const it of prepared)
    await attempt(`${it.case.title}, warming up`, () => warmUp(it, servers, load));

  forgetPeak(ours.pid);
  for (let round = 0; round < rounds; round++) {
    console.error(`${facts} facts in ${titles[engine.name]}: round ${round + 1} of ${rounds}`);
    for (const it of prepared) {
      const measure = () => measureRound(it, servers, load, { number: round, of: rounds });
      // Figures of some of the rounds can't be compared.
      if (!(await attempt(it.case.title, measure)))
        prepared = prepared.filter((other) => other !== it);
    }
    const of = exported;
    if (of && !(await attempt('export', () => measureExport(of, servers)))) exported = undefined;
  }
  figures.cases = prepared.map((it) => it.figures);
  if (exported) figures.export = exported;
  const peak = readPeakMiB(ours.pid);
  if (chosen.has('memory') && prepared.length > 0 && peak !== null) figures.peakMiB = peak;
  if (chosen.has('writes'))
    await attempt('writes', async () => {
      figures.writes = await measureWrites(ours);
    });
  await ours.stop();
  await engine.remove(database);
  return figures;
}
