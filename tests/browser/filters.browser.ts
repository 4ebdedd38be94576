import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examplesOf, type Operation, type Parameter } from '../support/openapi.ts';
import {
  type Browsing,
  operationsByBeginning,
  showOnly,
  startBrowsing,
  withOperation,
} from './support/browsing.ts';

// Every parameter of every operation that reads, by hand: set, added to, removed, cleared.

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing.stop());

/** Whether every operation is tried; else some of them. */
const isWhole = process.env.EVERY_OPERATION === 'on';

/** Between them, these have every kind of parameter. */
const some = ['searchFacts', 'listStatistics', 'exportQuotesCsv'];

test('every value is set by hand, and cleared', async () => {
  const { page, complaints } = await browsing.openDocumentation({
    viewport: { width: 1280, height: 900 },
  });
  let count = 0;
  for (const [beginning, operations] of operationsByBeginning(browsing.server)) {
    const tried = operations.filter(
      ({ method, operation }) =>
        method === 'get' && (isWhole || some.includes(operation.operationId)),
    );
    if (tried.length === 0) continue;
    await showOnly(page, beginning, operations);
    for (const { path, operation } of tried)
      await withOperation(page, operation, async (block) => {
        count += await tryParameters(page, block, path, operation);
      });
  }
  expect(count).toBeGreaterThan(isWhole ? 400 : 30);
  // What was made up for a parameter without an example is refused.
  expect(complaints.filter((it) => !/status of 4\d\d/.test(it))).toEqual([]);
}, 1_200_000);

/** @returns how many were tried */
async function tryParameters(
  page: Page,
  block: Locator,
  path: string,
  operation: Operation,
): Promise<number> {
  const parameters = (operation.parameters ?? []).filter((it) => it.in === 'query');
  if (parameters.length === 0) return 0;
  const set = new URLSearchParams();
  for (const parameter of parameters)
    for (const value of await fillIn(rowOf(block, parameter), parameter))
      set.append(parameter.name, value);
  const asked = await execute(page, block);
  for (const { name } of parameters)
    expect(asked.searchParams.getAll(name), `${path} ${name}`).toEqual(set.getAll(name));

  const optional = parameters.filter((it) => !it.required);
  for (const parameter of optional) await clear(rowOf(block, parameter));
  const bare = await execute(page, block);
  const required = parameters.filter((it) => it.required).map((it) => it.name);
  expect([...new Set(bare.searchParams.keys())], path).toEqual(required);
  expect((await fetch(bare)).status, path).toBe(200);
  return parameters.length;
}

/** What is asked for. */
async function execute(page: Page, block: Locator): Promise<URL> {
  const [request] = await Promise.all([
    page.waitForRequest((it) => it.url().includes('/v1/')),
    block.locator('.execute').click(),
  ]);
  await block.locator('.live-responses-table .response').waitFor();
  return new URL(request.url());
}

function rowOf(block: Locator, { name, in: where }: Parameter): Locator {
  return block.locator(`tr[data-param-name="${name}"][data-param-in="${where}"]`);
}

/** Gives a parameter other values than it has, as its control lets, and tells which. */
async function fillIn(row: Locator, parameter: Parameter): Promise<string[]> {
  const [example] = examplesOf(parameter);
  await row.locator('select, input, .json-schema-array').first().waitFor();
  const select = row.locator('select');
  if ((await select.count()) > 0) {
    const isMultiple = (await select.getAttribute('multiple')) !== null;
    const offered: string[] = [];
    for (const option of await select.locator('option').all()) {
      const value = await option.getAttribute('value');
      if (value) offered.push(value);
    }
    const values = isMultiple ? offered.slice(0, 2) : [String(example ?? offered[0])];
    await select.selectOption(values);
    return values;
  }
  if ((await row.locator('.json-schema-array').count()) > 0) return fillInList(row, example);
  const value = String(example ?? (parameter.schema.type === 'number' ? 1 : 'harbin'));
  await row.locator('input').fill(value);
  return [value];
}

/** Adds three, takes the second away, and writes into the last. */
async function fillInList(row: Locator, example: unknown): Promise<string[]> {
  const items = row.locator('.json-schema-form-item');
  while ((await items.count()) > 0)
    await items.locator('.json-schema-form-item-remove').first().click();
  for (let number = 1; number <= 3; number++) {
    await row.locator('.json-schema-form-item-add').click();
    await items.nth(number - 1).waitFor();
  }
  if (example !== undefined)
    expect(await items.locator('input').first().inputValue()).toBe(example);
  await items.nth(1).locator('.json-schema-form-item-remove').click();
  await items.nth(2).waitFor({ state: 'detached' });
  // Made up where there is none: an id, or a language.
  const values = [example ?? 'en', example ?? 'fr'].map(String);
  for (const [index, value] of values.entries()) {
    await items.nth(index).locator('input').fill('');
    await items.nth(index).locator('input').fill(value);
  }
  return values;
}

async function clear(row: Locator): Promise<void> {
  const select = row.locator('select');
  const items = row.locator('.json-schema-form-item');
  if ((await select.count()) > 0) await select.selectOption('');
  else if ((await row.locator('.json-schema-array').count()) > 0)
    while ((await items.count()) > 0)
      await items.locator('.json-schema-form-item-remove').first().click();
  else await row.locator('input').fill('');
}
