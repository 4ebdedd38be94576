import { parentPort, workerData } from 'node:worker_threads';
import type { Answered, Question } from '../read/answer.ts';
import type { Bounds } from '../read/runner.ts';
import { openDatabase } from './connection.ts';
import { createPlanRunner } from './runner.ts';

export interface BesideQuestion {
  question: Question;
  plan: unknown;
}

/** What a thread is given at its start. */
export interface BesideData {
  path: string;
  bounds: Bounds;
}

export type BesideAnswer = Answered<Question> | { error: unknown };

const { path, bounds }: BesideData = workerData;
const database = openDatabase(path, { readonly: true });
// What is counted and ranked is spread over the file: a larger cache holds what the next question doesn't ask for.
database.pragma('cache_size = -4000');
const runner = createPlanRunner(database, { beside: true, bounds });

parentPort?.on('message', async ({ question, plan }: BesideQuestion) => {
  parentPort?.postMessage(await answer(question, plan));
});

async function answer(question: Question, plan: unknown): Promise<BesideAnswer> {
  try {
    return await runner.answer(question, plan as never);
  } catch (error) {
    return { error };
  }
}
