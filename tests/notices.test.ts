import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Notice } from '../src/model/notice.ts';
import { run, temporaryFolder } from './support/process.ts';
import { type TestServer, withKey, withServer } from './support/server.ts';

/** An article about somebody of whom it says that. */
function articleAbout(id: string, articleText: string, actor: object, more: object = {}) {
  const [exact] = articleText.split(',');
  const person = { id: 'budi-hartono', kind: 'person', name: { en: 'Budi Hartono' } };
  return {
    article: { id, language: 'en', title: { en: `Report ${id}` } },
    articleText,
    actors: [{ ...person, ...actor, mentions: [{ exact }] }],
    ...more,
  };
}

const striker = articleAbout('a', 'Budi Hartono, a striker, scored.', {
  description: { en: 'Footballer of a town club.' },
});
const banker = articleAbout('b', 'Budi Hartono, a banker, was convicted.', {
  description: { en: 'Banker convicted of fraud.' },
});
const midfielder = articleAbout('c', 'Budi Hartono, once more, scored.', {
  description: { en: 'Footballer of a town club.', id: 'Pesepak bola.' },
});

async function put({ ask }: TestServer, bundle: { article: { id: string } }): Promise<Notice[]> {
  const url = `/v1/articles/${bundle.article.id}/bundle`;
  const response = await ask({ method: 'PUT', url, headers: withKey, payload: bundle });
  expect([200, 201]).toContain(response.statusCode);
  return response.json().notices;
}

const described = {
  kind: 'described-otherwise',
  pointer: '/actors/0/description/en',
  detail:
    'is “Banker convicted of fraud.”, but the article a has “Footballer of a town club.” for budi-hartono: if that is another one, choose another id',
};

test('two people under one id are a notice that shows both, whoever comes first', async () => {
  const server = await withServer([]);
  expect(await put(server, striker)).toEqual([]);
  expect(await put(server, banker)).toEqual([described]);
  expect(await put(server, midfielder)).toMatchObject([
    { detail: expect.stringContaining('but the article b has “Banker convicted of fraud.”') },
  ]);
  // The same again is one again, with whichever of the others.
  expect(await put(server, banker)).toMatchObject([{ pointer: described.pointer }]);
});

test.each<[string, string, string[], boolean]>([
  ['another first name', 'Dewi Hartono', [], true],
  ['other words altogether', 'Dewi Lestari', [], true],
  ['a longer form', 'Budi Santoso Hartono', [], false],
  ['a shorter form', 'Hartono', [], false],
  ['initials', 'B. Hartono', [], false],
  ['other letters for the same ones', 'BUDI HÁRTONO', [], false],
  ['an alias that says so', 'Bang Budi', ['Budi Hartono'], false],
])('%s for the same person is a notice or not', async (_, name, aliases, isOther) => {
  const server = await withServer([]);
  await put(server, articleAbout('a', 'Budi Hartono, a striker, scored.', {}));
  const other = articleAbout('b', 'He, that is Budi Hartono, scored.', {
    name: { en: name },
    aliases,
  });
  const notices = await put(server, other);
  expect(notices).toEqual(
    isOther
      ? [
          {
            kind: 'named-otherwise',
            pointer: '/actors/0/name/en',
            detail: `is “${name}”, but the article a has “Budi Hartono” for budi-hartono: if that is another one, choose another id`,
          },
        ]
      : [],
  );
});

test('what others know as an alias, and how an organization is called, is no notice', async () => {
  const server = await withServer([]);
  await put(server, articleAbout('a', 'Budi Hartono, called Bang, scored.', { aliases: ['Bang'] }));
  const bang = { name: { en: 'Bang' } };
  expect(await put(server, articleAbout('b', 'Bang, they said, scored.', bang))).toEqual([]);
  const club = { id: 'club', kind: 'organization' };
  await put(server, articleAbout('c', 'The club, it said, won.', club));
  const short = { ...club, name: { en: 'TC' } };
  expect(await put(server, articleAbout('d', 'TC, it said, won.', short))).toEqual([]);
});

test('words that nobody said, or may not have said, are a notice where their text can’t say so', async () => {
  const articleText = 'Budi Hartono, a striker, did not say “I quit”.';
  const quote = {
    id: 'i-quit',
    polarity: 'denied',
    speakers: ['budi-hartono'],
    mentions: [{ exact: 'I quit' }],
  };
  const noticesOf = async (more: object) => {
    const bundle = articleAbout('a', articleText, {}, { quotes: [{ ...quote, ...more }] });
    return put(await withServer([]), bundle);
  };
  expect(await noticesOf({ kind: 'direct', text: 'I quit' })).toEqual([
    {
      kind: 'polarity-not-in-text',
      pointer: '/quotes/0/polarity',
      detail: expect.stringContaining('better a mixed quote'),
    },
  ]);
  const mixed = { kind: 'mixed', text: 'He did not say “I quit”.', verbatim: ['I quit'] };
  expect(await noticesOf(mixed)).toEqual([]);
  expect(await noticesOf({ kind: 'direct', text: 'I quit', polarity: 'affirmed' })).toEqual([]);
});

test('what is described alike, in another language, or not at all is no notice', async () => {
  const server = await withServer([]);
  await put(server, striker);
  expect(await put(server, midfielder)).toEqual([]);
  const plain = articleAbout('d', 'Budi Hartono, again.', {});
  expect(await put(server, plain)).toEqual([]);
  // Its own earlier description isn’t another’s.
  const own = articleAbout('a', 'Budi Hartono, a striker, scored.', {
    description: { en: 'Striker.' },
  });
  await put(server, { ...own, article: { ...own.article, id: 'e' } });
  const gone = await server.ask({
    method: 'DELETE',
    url: '/v1/articles/a/bundle',
    headers: withKey,
  });
  await server.ask({ method: 'DELETE', url: '/v1/articles/c/bundle', headers: withKey });
  expect(gone.statusCode).toBe(204);
  expect(await put(server, { ...own, article: { ...own.article, id: 'e' } })).toEqual([]);
});

test('places are looked at as actors are, and one Wikidata item under two ids is a notice', async () => {
  const server = await withServer([]);
  const place = (id: string, wikidata: string) => ({
    places: [
      { id, kind: 'city', name: { en: 'Newport' }, wikidata, mentions: [{ exact: 'Hartono' }] },
    ],
  });
  await put(server, articleAbout('a', 'Budi Hartono, here.', {}, place('newport', 'Q101254')));
  expect(
    await put(
      server,
      articleAbout('b', 'Budi Hartono, there.', {}, place('newport-wales', 'Q101254')),
    ),
  ).toEqual([
    {
      kind: 'wikidata-elsewhere',
      pointer: '/places/0/wikidata',
      detail: 'is Q101254, which newport has too: if both are one, use one id',
    },
  ]);
});

test.each<[string, string, Record<string, string>, string[], boolean]>([
  ['by a part of the name', 'Putin, he said.', { en: 'Vladimir Putin' }, [], true],
  ['by an alias', 'Bang Budi, he said.', { en: 'Hartono' }, ['Bang Budi'], true],
  ['in another script', '習近平, he said.', { en: 'Xi Jinping', zh: '習近平' }, [], true],
  ['by other words', 'The mayor, he said.', { en: 'Ada Stein' }, [], false],
  ['by another person', 'Joko, he said.', { en: '王文斌' }, [], false],
])(
  'a speaker that is shown %s is a notice or not',
  async (_, articleText, name, aliases, isShown) => {
    const quote = {
      id: 'q',
      kind: 'indirect',
      text: 'Something.',
      speakers: ['budi-hartono'],
      mentions: [{ exact: 'said' }],
    };
    const bundle = articleAbout('a', articleText, { name, aliases }, { quotes: [quote] });
    const notices = await put(await withServer([]), bundle);
    expect(notices.map(({ kind, pointer }) => [kind, pointer])).toEqual(
      isShown ? [] : [['speaker-not-shown', '/quotes/0/speakers/0']],
    );
  },
);

test('a mention that is cut out of a word or a number is a notice that shows the whole', async () => {
  const text = 'Budi Hartono, of whom 31,200 people had heard, scored.';
  const crowd = {
    id: 'crowd',
    label: { en: 'People who had heard of him' },
    value: 31200,
    unit: { code: 'person', label: { en: 'people' } },
    text: '31,200 people',
    mentions: [{ exact: '1,200 people' }],
  };
  const bundle = articleAbout('a', text, {}, { statistics: [crowd] });
  expect(await put(await withServer([]), bundle)).toEqual([
    {
      kind: 'mention-cut',
      pointer: '/statistics/0/mentions/0',
      detail: '“1,200 people” is cut out of “31,200 people”, at 22–35: is the whole of it meant?',
    },
  ]);
});

/** A folder of these bundles, and the command line on a database of its own. */
function workplaceOf(...bundles: { article: { id: string } }[]) {
  const folder = temporaryFolder();
  for (const bundle of bundles)
    writeFileSync(join(folder, `${bundle.article.id}.json`), JSON.stringify(bundle));
  const env = { DATABASE_URL: `file:${join(temporaryFolder(), 'facts.db')}`, SEED: 'off' };
  return {
    folder,
    cli: (...args: string[]) => run('src/cli.ts', args, env),
  };
}

test('load says what looks wrong and sums it up; strictly, it is refused and the others are stored', async () => {
  const { folder, cli } = workplaceOf(striker, banker);
  const strictly = await cli('load', folder, '--strict');
  expect(strictly).toMatchObject({ code: 1, stdout: '1 new, 0 changed, 0 unchanged, 1 refused\n' });
  expect(strictly.stderr).toMatch(/^\S+b\.json \/actors\/0\/description\/en: is “Banker/);
  const tried = await cli('load', folder, '--dry-run');
  expect(tried.stdout).toContain('1 new, 0 changed, 1 unchanged, 0 refused, 2 notices (a dry run');
  const loaded = await cli('load', folder);
  expect(loaded).toMatchObject({
    code: 0,
    stdout: '1 new, 0 changed, 1 unchanged, 0 refused, 2 notices\n',
    stderr: expect.stringMatching(/^notice: \S+a\.json .*\nnotice: \S+b\.json \/actors\/0/),
  });
});

test('check says what looks wrong in a bundle alone, and with the database in what is stored', async () => {
  const { folder, cli } = workplaceOf(striker);
  await cli('load', folder);
  const file = join(folder, 'b.json');
  writeFileSync(file, JSON.stringify(banker));
  expect(await cli('check', file)).toEqual({ code: 0, stdout: `${file}: right\n`, stderr: '' });
  expect(await cli('check', file, '--against')).toMatchObject({
    code: 0,
    stdout: `${file}: right\n`,
    stderr: `notice: ${file} ${described.pointer}: ${described.detail}\n`,
  });
  // Nothing of it is stored.
  expect((await cli('load', folder, '--dry-run')).stdout).toContain(
    '1 new, 0 changed, 1 unchanged',
  );
});

test('where very many are loaded, what looks wrong among them is told at the end', async () => {
  const many = Array.from({ length: 1001 }, (_, index) =>
    articleAbout(
      `n${index}`,
      'Budi Hartono, again.',
      index % 500 === 0 ? { description: { en: `No. ${index % 1000}` } } : {},
    ),
  );
  const { folder, cli } = workplaceOf(...many);
  const { stdout, stderr } = await cli('load', folder);
  expect(stdout).toBe('1001 new, 0 changed, 0 unchanged, 0 refused, 1 notice\n');
  expect(stderr).toBe(
    'notice: actors/budi-hartono is “No. 0” in one article, “No. 500” in another: if these are two, they need two ids\n',
  );
});
