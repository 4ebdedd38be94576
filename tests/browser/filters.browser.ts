import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPackage } from '../../src/package.ts';
import { examplesOf, type Operation, type Parameter } from '../support/openapi.ts';
import {
  type Browsing,
  operationsByBeginning,
  showOnly,
  startBrowsing,
  withOperation,
} from './support/browsing.ts';

// Every parameter of every operation that reads: set, added to, removed, cleared.

let browsing: Browsing;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browsing = await startBrowsing();
  const viewport = { width: 1280, height: 900 };
  ({ page, complaints } = await browsing.openDocumentation({ viewport }));
});
afterAll(() => browsing.stop());

test('every kind of parameter is set by hand, and cleared', async () => {
  // Between them, these have every kind.
  const some = ['searchFacts', 'listStatistics'];
  const count = await tryOperations(
    ({ operationId }) => some.includes(operationId),
    async (block, parameters) => {
      const given: Given[] = [];
      for (const parameter of parameters)
        given.push([parameter.name, await fillIn(rowOf(block, parameter), parameter)]);
      return given;
    },
    async (block, parameters) => {
      for (const parameter of parameters) await clear(rowOf(block, parameter));
    },
  );
  expect(count).toBeGreaterThan(25);
});

test('every parameter of every operation is set, and cleared', async () => {
  const source = readFileSync(inPackage('tests/browser/support/drive-parameters.js'), 'utf8');
  const drive = async <Result>(work: string, block: Locator, parameters: readonly Parameter[]) => {
    const asked = parameters.map((it) => ({
      name: it.name,
      example: examplesOf(it).map(String)[0],
      madeUp: madeUpFor(it),
    }));
    const args = JSON.stringify([await block.getAttribute('id'), asked]);
    return (await page.evaluate(
      `(() => { ${source.replaceAll(/^export /gm, '')}; return ${work}(...${args}); })()`,
    )) as Result;
  };
  const count = await tryOperations(
    () => true,
    (block, parameters) => drive<Given[]>('setAll', block, parameters),
    (block, parameters) => drive<void>('clearAll', block, parameters),
  );
  expect(count).toBeGreaterThan(400);
}, 1_200_000);

/** A parameter, and the values that it was given. */
type Given = [name: string, values: string[]];

/**
 * Sets all parameters of these operations, executes, clears those that may be left out, and executes again.
 * @returns how many were tried
 */
async function tryOperations(
  isTried: (operation: Operation) => boolean,
  setAll: (block: Locator, parameters: readonly Parameter[]) => Promise<Given[]>,
  clearAll: (block: Locator, parameters: readonly Parameter[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (const [beginning, operations] of operationsByBeginning(browsing.server)) {
    const tried = operations.filter(
      ({ method, operation }) =>
        method === 'get' && isTried(operation) && queryOf(operation).length > 0,
    );
    if (tried.length === 0) continue;
    await showOnly(page, beginning, operations);
    for (const { path, operation } of tried)
      await withOperation(page, operation, async (block) => {
        const parameters = queryOf(operation);
        const given = await setAll(block, parameters);
        const asked = await execute(page, block);
        for (const [name, values] of given)
          expect(asked.searchParams.getAll(name), `${path} ${name}`).toEqual(values);
        // With an answer below them, each change of a parameter takes Swagger UI several times as long.
        await block.locator('.btn-clear').click();
        await clearAll(
          block,
          parameters.filter((it) => !it.required),
        );
        const bare = await execute(page, block);
        const required = parameters.filter((it) => it.required).map((it) => it.name);
        expect([...new Set(bare.searchParams.keys())], path).toEqual(required);
        expect((await fetch(bare)).status, path).toBe(200);
        count += parameters.length;
      });
  }
  // What was made up for a parameter without an example is refused.
  expect(complaints.filter((it) => !/status of 4\d\d/.test(it))).toEqual([]);
  return count;
}

function queryOf({ parameters = [] }: Operation): Parameter[] {
  return parameters.filter((it) => it.in === 'query');
}

/** For where there is no example: a number, or an id or a language. */
function madeUpFor({ schema }: Parameter): string[] {
  if (schema.type === 'number') return ['1'];
  return schema.type === 'array' || schema.items !== undefined ? ['en', 'fr'] : ['harbin'];
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
  if ((await row.locator('.json-schema-array').count()) > 0)
    return fillInList(row, example, madeUpFor(parameter));
  const value = String(example ?? madeUpFor(parameter)[0]);
  await row.locator('input').fill(value);
  return [value];
}

/** Adds three, takes the second away, and writes into the last. */
async function fillInList(
  row: Locator,
  example: unknown,
  madeUp: readonly string[],
): Promise<string[]> {
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
  const values = madeUp.map((it) => String(example ?? it));
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
