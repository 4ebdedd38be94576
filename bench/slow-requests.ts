/**
 * Looks for the requests that hold the event loop longest, on a database of many facts (`npm run bench` leaves
 * them in bench/.cache): reading operations with random filters, facets, counts, orders and words, and then
 * the worst of these with something changed, again and again. Prints the ten worst, and the ten slowest.
 *
 *     node bench/slow-requests.ts DATABASE [COUNT] [SEED]
 */
import { describeRoutes } from '../openapi/describe-routes.ts';
import { buildApp } from '../src/app.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { measureTurn, type Outcome, printOutcomes } from './longest-turn.ts';
import { type Operation, type Parameter, readOperations } from './operations.ts';
import { type Random, randomOf } from './random.ts';
import { countWords } from './speed/words.ts';

const [path, count = '2000', seed = '1'] = process.argv.slice(2);
if (path === undefined)
  throw new Error('give a database: node bench/slow-requests.ts DATABASE [COUNT] [SEED]');

/** A request: its operation, and the texts of its parameters by their names. */
interface Request {
  operation: Operation;
  values: Map<string, string[]>;
}

const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
const app = await buildApp({
  config: { logLevel: 'silent' },
  store,
  longestTurnMs: 0,
  beforeRoutes: describeRoutes,
});
await app.ready();
const random = randomOf(seed);
// Exports are long by nature: bench/export.ts measures how long others wait for them.
const operations = readOperations(app).filter(({ path }) => !path.includes('/exports/'));
const vocabulary = await readVocabulary();
const known = new Map<string, string[]>();

const outcomes = new Map<string, { outcome: Outcome; request: Request }>();
for (let number = 0; number < Number(count); number++) {
  const worst = [...outcomes.values()]
    .sort((left, right) => right.outcome.processor - left.outcome.processor)
    .slice(0, 20);
  const request =
    number % 2 === 0 || worst.length === 0
      ? await makeRequest(random.pick(operations))
      : await changeRequest(random.pick(worst).request);
  const url = toUrl(request);
  if (outcomes.has(url)) continue;
  outcomes.set(url, { outcome: await measureTurn(app, url, { url }), request });
}
const all = [...outcomes.values()].map(({ outcome }) => outcome);
const byTurn = all.toSorted((left, right) => right.processor - left.processor);
printOutcomes(`The worst of ${all.length} requests`, byTurn.slice(0, 10));
const bySlowness = all.toSorted((left, right) => right.total - left.total);
printOutcomes('The slowest', bySlowness.slice(0, 10));
const over = all.filter(({ processor }) => processor > 50).length;
const statuses = Map.groupBy(all, ({ status }) => status);
console.log(
  `\nover 50 ms of the processor: ${over}; answers by status: ${[...statuses].map(([status, those]) => `${status}: ${those.length}`).join(', ')}`,
);
await app.close();
await store.close();

/** The words of many quotes, the commonest first. */
async function readVocabulary(): Promise<string[]> {
  const texts: string[] = [];
  for (const order of ['asc', 'desc'])
    for (const sort of ['position', 'id']) {
      const url = `/v1/quotes?limit=100&sort=${sort}&order=${order}`;
      for (const { text } of (await app.inject({ url })).json().data) texts.push(text);
    }
  return countWords(texts).map(([word]) => word);
}

async function makeRequest(operation: Operation): Promise<Request> {
  const values = new Map<string, string[]>();
  for (const parameter of operation.parameters)
    if (parameter.in === 'path' || parameter.required || random.chance(0.3))
      values.set(parameter.name, await valuesOf(operation, parameter, random));
  values.delete('cursor');
  return { operation, values };
}

async function changeRequest({ operation, values }: Request): Promise<Request> {
  const changed = new Map(values);
  const parameter = random.pick(operation.parameters);
  if (changed.has(parameter.name) && !parameter.required && parameter.in !== 'path')
    changed.delete(parameter.name);
  else changed.set(parameter.name, await valuesOf(operation, parameter, random));
  changed.delete('cursor');
  return { operation, values: changed };
}

function toUrl({ operation, values }: Request): string {
  let path = operation.path;
  const query: string[] = [];
  for (const { name, in: place } of operation.parameters)
    for (const value of values.get(name) ?? [])
      if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
      else query.push(`${name}=${encodeURIComponent(value)}`);
  return `${path}?${query.join('&')}`;
}

async function valuesOf(
  operation: Operation,
  parameter: Parameter,
  random: Random,
): Promise<string[]> {
  const { name, schema, isList } = parameter;
  if (name === 'q') return [words(random)];
  if (name === 'limit') return [random.pick(['1', '20', '100'])];
  if (name === 'not') return [await negation(operation, random)];
  const choices = schema.enum ?? (await knownValues(operation, parameter));
  if (!isList) return [random.pick(choices)];
  const many = random.chance(0.6) ? 1 : random.between(2, Math.min(20, choices.length + 1));
  return Array.from({ length: many }, () => random.pick(choices));
}

/** A filter of the list, and what of it is left out. */
async function negation(operation: Operation, random: Random): Promise<string> {
  const ofTheForm = ['q', 'not', 'limit', 'cursor', 'sort', 'order', 'count', 'facets'];
  const filters = operation.parameters.filter(
    (it) => it.in === 'query' && !ofTheForm.includes(it.name),
  );
  const filter = random.pick(filters);
  const [value = ''] = await valuesOf(operation, filter, random);
  return `${filter.name}:${value}`;
}

/** Values that items have, frequent ones and rare ones, and one that none has. */
async function knownValues({ path }: Operation, parameter: Parameter): Promise<string[]> {
  const { name, schema, examples } = parameter;
  const key = `${path} ${name}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const values = new Set(examples);
  if (schema.format === 'day' || name === 'from' || name === 'to')
    for (const day of ['1900-01-01', '1999-12-31', '2010-06-01', '2024-05-16', '2099-01-01'])
      values.add(day);
  else if (schema.type === 'integer' || schema.type === 'number')
    for (const number of ['0', '1', '100', '2000', '1000000']) values.add(number);
  else if (schema.type === 'boolean') for (const value of ['true', 'false']) values.add(value);
  else {
    // Of some forms that no id has, there are the examples.
    if (schema.format === undefined && !schema.pattern?.includes('{'))
      values.add('nobody-has-this-id');
    const list = path.replace(/\/\{.*$/, '');
    const facets = await app.inject({ url: `${list}?limit=1&facets=${name}` });
    const counts: { value: string }[] =
      facets.statusCode === 200 ? (facets.json().facets?.[name] ?? []) : [];
    for (const { value } of [...counts.slice(0, 5), ...counts.slice(-3)]) values.add(value);
    const items = await app.inject({ url: `${list}?limit=50` });
    if (items.statusCode === 200 && /json/.test(String(items.headers['content-type'])))
      for (const item of items.json().data ?? [])
        for (const value of namedIn(item, name)) values.add(value);
  }
  known.set(key, [...values]);
  return [...values];
}

/** What an item has under that name: a value, references' ids; its own id where the path asks for one. */
function namedIn(item: Record<string, unknown>, name: string): string[] {
  const own = item[name] ?? item[`${name}s`] ?? item.id;
  return [own]
    .flat()
    .flatMap((it) => (typeof it === 'object' && it !== null && 'id' in it ? [it.id] : [it]))
    .filter((it) => typeof it === 'string' && it !== '') as string[];
}

/** What somebody, or nobody, looks for. */
function words(random: Random): string {
  const common = () => random.pick(vocabulary.slice(0, 20));
  const rare = () => random.pick(vocabulary.slice(-200));
  const letter = () => random.pick([...'abcdefghijklmnopqrstuvwxyz', 'в', 'ع', '中', 'ก']);
  const form = random.pick<() => string>([
    common,
    rare,
    () => `${common()} ${common()}`,
    () => `${common()} ${rare()}`,
    () => `${rare()} ${rare()}`,
    () => `"${common()} ${common()}"`,
    () => `"${Array(80).fill(common()).join(' ')}"`,
    () => `"${Array.from({ length: 80 }, common).join(' ')}"`,
    () => Array.from({ length: 80 }, common).join(' '),
    () => `${letter()}*`,
    () => Array.from({ length: 120 }, () => `${letter()}${letter()}*`).join(' '),
    () => Array.from({ length: 60 }, () => `${rare().slice(0, 3)}*`).join(' '),
    () => `${common()} -${common()}`,
    () => `${common()} OR ${common()} OR ${rare()}`,
    () => Array.from({ length: 60 }, common).join(' OR '),
    () => `-${common()}`,
    () => 'nobodywritesthis',
    () => `nobodywritesthis ${common()}`,
  ]);
  return form().slice(0, 490);
}
