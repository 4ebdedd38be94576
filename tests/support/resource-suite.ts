import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resource } from '../../src/resource/resource.ts';
import { bundleOf } from './article.ts';
import { startServer, stopServer, type TestServer } from './server.ts';

/** What holds for every resource. A new one is tested by one call. */
export function describeResource(resource: Resource): void {
  const { name, singular, orders, example } = resource;
  const path = `/v1/${name}`;

  describe(path, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer(['alpha', 'beta', 'gamma'].map((id) => bundleOf(id)));
    });
    afterAll(() => stopServer(server));

    test('lists items, each as it is alone', async () => {
      const { data } = await server.get(path);
      expect(data.length).toBeGreaterThan(1);
      if (example === null) return;
      for (const item of data) expect(await server.get(`${path}/${item.id}`)).toEqual(item);
    });

    async function hasNoOthers() {
      for (const id of ['nobody', "x' OR 1=1 --", 'UPPER', '%22']) {
        const response = await server.ask(`${path}/${id}`);
        expect(response.statusCode).toBe(404);
        expect(response.json()).toMatchObject({ type: '/problems/not-found' });
        expect(response.json().detail).toContain(`There is no ${singular}`);
      }
    }
    if (example !== null)
      test('has no parameters for an item', async () => {
        const { data } = await server.get(path);
        const response = await server.ask(`${path}/${data[0]?.id}?fields=id`);
        expect(response.statusCode).toBe(400);
        expect(response.json().errors).toMatchObject([{ in: 'query', name: 'fields' }]);
      });
    if (example !== null) test('answers 404 for an id that it does not have', hasNoOthers);

    for (const sort of Object.keys(orders))
      for (const order of ['asc', 'desc'])
        for (const limit of [1, 2, 100])
          test(`walks all pages of ${limit}, by ${sort} ${order}, and meets each item once`, async () => {
            const all = (await server.get(`${path}?limit=100&sort=${sort}&order=${order}`)).data;
            const walked: unknown[] = [];
            let cursor: string | null = '';
            while (cursor !== null) {
              const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
              const page = await server.get(
                `${path}?limit=${limit}&sort=${sort}&order=${order}${next}`,
              );
              expect(page.data.length).toBeLessThanOrEqual(limit);
              walked.push(...page.data);
              cursor = page.page.next;
            }
            expect(walked).toEqual(all);
          });

    test('orders the other way round when asked, what has no value last either way', async () => {
      for (const [sort, { nullable }] of Object.entries(orders)) {
        const [up, down] = await Promise.all(
          ['asc', 'desc'].map(async (order) => {
            const { data } = await server.get(`${path}?limit=100&sort=${sort}&order=${order}`);
            return data;
          }),
        );
        expect(down).toHaveLength(up?.length ?? -1);
        if (nullable !== true) expect(down?.toReversed()).toEqual(up);
      }
    });

    test('says how many items there are when asked, and only then', async () => {
      const all = (await server.get(`${path}?limit=100`)).data.length;
      expect((await server.get(`${path}?limit=1&count=exact`)).page.total).toBe(all);
      expect((await server.get(`${path}?limit=1`)).page.total).toBeNull();
    });

    test('links to the first and the next page, and from an item to its list', async () => {
      const response = await server.ask(`${path}?limit=1&order=desc`);
      const links = String(response.headers.link).matchAll(/<([^>]+)>; rel="(\w+)"/g);
      const to = Object.fromEntries([...links].map(([, url, rel]) => [rel, url]));
      expect(to.first).toBe(`${path}?limit=1&order=desc`);
      const { page, data } = response.json();
      const next = await server.get(to.next ?? '');
      expect(next).toEqual(await server.get(`${path}?limit=1&order=desc&cursor=${page.next}`));
      if (example === null) return;
      const item = await server.ask(`${path}/${data[0].id}`);
      expect(item.headers.link).toBe(`<${path}>; rel="collection"`);
    });

    test('refuses a cursor that was altered or belongs to another query', async () => {
      const { page } = await server.get(`${path}?limit=1`);
      const altered = `${page.next?.slice(0, -3)}AAA`;
      for (const query of [`cursor=${altered}`, 'cursor=abc', `order=desc&cursor=${page.next}`]) {
        const response = await server.ask(`${path}?limit=1&${query}`);
        expect(response.statusCode).toBe(400);
        expect(response.json().type).toBe('/problems/invalid-cursor');
      }
      expect((await server.ask(`${path}?limit=5&cursor=${page.next}`)).statusCode).toBe(200);
    });

    test('names every parameter that is at fault, and the nearest right one', async () => {
      const response = await server.ask(`${path}?limt=5&order=up&limit=0&sort=`);
      expect(response.statusCode).toBe(400);
      const { errors } = response.json();
      expect(errors.map((error: { name: string }) => error.name).sort()).toEqual([
        'limit',
        'limt',
        'order',
        'sort',
      ]);
      expect(errors.find((error: { name: string }) => error.name === 'limt').detail).toContain(
        'did you mean limit?',
      );
    });

    test('answers HEAD as GET without the body, and 304 to whoever has it', async () => {
      const get = await server.ask(path);
      const head = await server.ask({ method: 'HEAD', url: path });
      expect(head.body).toBe('');
      expect(head.headers).toMatchObject({
        etag: get.headers.etag,
        'content-length': get.headers['content-length'],
      });
      for (const had of [String(get.headers.etag), `"x", ${get.headers.etag}`, '*']) {
        const again = await server.ask({ url: path, headers: { 'if-none-match': had } });
        expect([again.statusCode, again.body]).toEqual([304, '']);
        expect(again.headers.etag).toBe(get.headers.etag);
      }
      const other = await server.ask({ url: path, headers: { 'if-none-match': '"x"' } });
      expect(other.statusCode).toBe(200);
    });

    test('answers OPTIONS, and 405 to other methods, with Allow', async () => {
      const options = await server.ask({ method: 'OPTIONS', url: path });
      expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const refused = await server.ask({ method, url: path, body: 'x' });
        expect([refused.statusCode, refused.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
      }
    });
  });
}
