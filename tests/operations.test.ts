import { spawnSync } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { buildApp } from '../src/app.ts';
import { observeProcess } from '../src/metrics.ts';
import { inPackage } from '../src/package.ts';
import { bundleOf } from './support/article.ts';
import { readPage } from './support/pages.ts';
import { temporaryFolder } from './support/process.ts';
import { withServer } from './support/server.ts';

const page = readPage('docs/operations.md');
const files = (name: string) => readPage(`docs/operations/${name}`);

interface Rules {
  groups: { rules: { alert: string; expr: string }[] }[];
}
const rules = (parse(files('alerts.yaml')) as Rules).groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(files('grafana-dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
  annotations: { list: { expr: string }[] };
};
const expressions = [
  ...rules.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...dashboard.annotations.list.map(({ expr }) => expr),
];

/** By the name of each metric that /metrics gives, the labels that it has. */
async function readMetrics(): Promise<Map<string, Set<string>>> {
  const { store } = await withServer([bundleOf('a')]);
  const app = await buildApp({ config: { logLevel: 'silent' }, store, metrics: observeProcess() });
  onTestFinished(() => app.close());
  await app.inject('/v1/quotes');
  const { body } = await app.inject('/metrics');
  const found = new Map<string, Set<string>>();
  for (const [, name = '', type] of body.matchAll(/^# TYPE (\w+) (\w+)$/gm)) {
    found.set(name, new Set());
    // One that hasn’t measured anything yet shows none of these.
    if (type === 'histogram')
      for (const part of ['sum', 'count', 'bucket']) found.set(`${name}_${part}`, new Set());
  }
  for (const [, name = '', labels = ''] of body.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** Words of the language of expressions, beside metrics. */
const ofLanguage = new Set(
  'sum max min by on unless rate changes topk histogram_quantile'.split(' '),
);

/** What of an expression is a metric, with the labels that it is selected by. */
function metricsIn(expression: string): { name: string; labels: string[] }[] {
  const plain = expression.replaceAll(/\b(by|on) \([^)]*\)|\[[^\]]*\]/g, '');
  return [...plain.matchAll(/\b([a-z_]\w*)(\{[^}]*\})?/gi)]
    .map(([, name = '', selector = '']) => ({
      name,
      labels: [...selector.matchAll(/(\w+)[=!]~?"/g)].map(([, label = '']) => label),
    }))
    .filter(({ name }) => !ofLanguage.has(name));
}

test('every metric of the alerts and the dashboard is one that /metrics gives, with its labels', async () => {
  const given = await readMetrics();
  // Prometheus itself adds these.
  const ofPrometheus = ['job', 'instance'];
  const used = expressions.flatMap(metricsIn).filter(({ name }) => name !== 'up');
  expect(used.length).toBeGreaterThan(25);
  for (const { name, labels } of used) {
    expect([...given.keys()], name).toContain(name);
    const known = given.get(name) ?? new Set();
    // A file has no connections to PostgreSQL.
    if (name === 'article_facts_database_connections') continue;
    for (const label of labels) expect([...known, ...ofPrometheus], name).toContain(label);
  }
  expect(metricsIn('sum by (a) (rate(http_no_such{route="x"}[5m]))')).toEqual([
    { name: 'http_no_such', labels: ['route'] },
  ]);
});

test('every metric of ours, and every alert, is explained, and no other', async () => {
  const given = await readMetrics();
  expect(explainedIn('Alerts')).toEqual(rules.map(({ alert }) => alert));
  const explained = explainedIn('Metrics');
  const ours = [...given.keys()].filter((name) => /^(article_facts|http_\w+_seconds$)/.test(name));
  expect(explained).toEqual(expect.arrayContaining(ours));
  expect([...given.keys()]).toEqual(expect.arrayContaining(explained));
});

/** The names at the beginning of the rows under a heading. */
function explainedIn(heading: string): string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
}

test('every line that the server writes into its log is explained', () => {
  const lines = globSync('src/**/*.ts', { cwd: inPackage('.') }).flatMap((file) =>
    messagesIn(file, readPage(file)),
  );
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect(page).toContain(line);
});

/** What is handed to a log as a message; in place of what is put in, “…” stands. */
function messagesIn(file: string, text: string): string[] {
  const messages: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (!['error', 'warn', 'info', 'fatal'].includes(callee.property.name)) return;
      if (!/\blog$/.test(text.slice(callee.object.start, callee.object.end))) return;
      const message = given.at(-1);
      if (message?.type === 'Literal') messages.push(String(message.value));
      if (message?.type === 'TemplateLiteral')
        messages.push(message.quasis.map(({ value }) => value.cooked).join('…'));
    },
  }).visit(parseSync(file, text).program);
  return messages;
}

const isThere = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

test.runIf(isThere('promtool', '--version'))('Prometheus takes the rules', () => {
  const file = inPackage('docs/operations/alerts.yaml');
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', file], {
    encoding: 'utf8',
  });
  expect([status, stderr], stdout).toEqual([0, '']);
});

test.runIf(isThere('systemd-analyze', '--version'))(
  'systemd takes the unit, and finds little that it might still be denied',
  () => {
    const unit = join(temporaryFolder(), 'article-facts.service');
    const program = '/srv/article-facts/node_modules/.bin/node';
    const written = files('article-facts.service');
    expect(written).toContain(`ExecStart=${program} --max-semi-space-size=8 src/main.ts\n`);
    writeFileSync(unit, written.replace(program, process.execPath));
    const analyze = (...args: string[]) =>
      spawnSync('systemd-analyze', [...args, unit], { encoding: 'utf8' });
    const { status, stderr } = analyze('verify');
    expect([status, stderr]).toEqual([0, '']);
    const { stdout } = analyze('security', '--offline=true');
    expect(Number(/: ([\d.]+) OK/.exec(stdout)?.[1])).toBeLessThan(2);
  },
);
