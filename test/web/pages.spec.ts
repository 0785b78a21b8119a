import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';

const MANY = 250;

describe('what does not fit on one page', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
    await many((n) => visitor.post(`/lists/${home}/todos`, { title: `To-do ${n}` }));
    await until(async () => (await open(`/lists/${home}`)).text.includes(`${MANY} to do`), 10_000);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const many = (act: (n: number) => PromiseLike<unknown>) =>
    Promise.all(Array.from({ length: MANY }, (_, index) => act(index + 1)));
  const open = (path: string) => visitor.open(path);
  const rowsOn = (html: string) => [...html.matchAll(/<li id="[lt]-([0-9a-f-]{36})"/g)].map(([, id]) => id);
  const rangeOn = (html: string) => /<nav class="pages"[^]*?<span>([^<]*)</.exec(html)?.[1];

  /** Where a link among the pages leads; undefined when there is no such link. */
  function wayOn(html: string, words: string): string | undefined {
    const [nav = ''] = /<nav class="pages"[^]*?<\/nav>/.exec(html) ?? [];
    const href = new RegExp(`<a href="([^"]+)">${words}<`).exec(nav)?.[1];
    return href?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  }

  /** Follows the links with these words, one after the other. */
  async function follow(path: string, ...links: string[]): Promise<string> {
    let { text } = await open(path);
    for (const words of links) ({ text } = await open(wayOn(text, words) ?? `/no-link-${words}`));
    return text;
  }

  /** Follows every link there is, from a first page; what it found is to be `EVERYWHERE`. */
  async function goEverywhere(path: string) {
    const [first, second, third] = [
      await follow(path),
      await follow(path, 'Next 100'),
      await follow(path, 'Next 100', 'Next 100'),
    ];
    const end = await follow(path, 'To the end');
    const fromEnd = await follow(path, 'To the end', 'Previous 100');
    const isFirst = async (...links: string[]) =>
      rowsOn(await follow(path, ...links)).join() === rowsOn(first).join();
    return {
      ranges: [first, second, third, end, fromEnd].map(rangeOn),
      distinct: new Set([first, second, third].flatMap(rowsOn)).size,
      deadEnds: [wayOn(first, 'To the top'), wayOn(first, 'Previous 100'), wayOn(third, 'To the end')],
      endsAlike: rowsOn(end).slice(50).join() === rowsOn(third).join(),
      comesBack: [
        await isFirst('Next 100', 'Previous 100'),
        await isFirst('Next 100', 'Next 100', 'To the top'),
        // To a whole first page, not to the fifty that are left before the page.
        await isFirst('To the end', 'Previous 100', 'Previous 100'),
      ],
    };
  }

  const EVERYWHERE = {
    ranges: ['1–100 of 250', '101–200 of 250', '201–250 of 250', '151–250 of 250', '51–150 of 250'],
    distinct: MANY,
    deadEnds: [undefined, undefined, undefined],
    endsAlike: true,
    comesBack: [true, true, true],
  };

  it('is paged in both directions: a list', async () => {
    expect(await goEverywhere(`/lists/${home}`)).toEqual(EVERYWHERE);
  });

  it('is paged in both directions: a list as it was', async () => {
    expect(await goEverywhere(`/lists/${home}?asOf=${new Date().toISOString()}`)).toEqual(EVERYWHERE);
  });

  it('is counted within its tab', async () => {
    const list = await visitor.createList('Half');
    const half = Array.from({ length: 202 }, (_, index) => index);
    const added = await Promise.all(
      half.map((n) => visitor.post(`/lists/${list}/todos`, { title: `Number ${n}` })),
    );
    const ids = added.map(({ headers }) => new URLSearchParams(headers.location?.split('?')[1]).get('did'));
    await Promise.all(ids.slice(101).map((id) => visitor.post(`/todos/${id}/complete`)));
    const path = `/lists/${list}?show=done`;
    await until(async () => (await open(path)).text.includes('101 done'), 10_000);
    expect(rangeOn(await follow(path))).toBe('1–100 of 101');
    const last = await follow(path, 'To the end');
    expect(rangeOn(last)).toBe('2–101 of 101');
    expect(todosOn(last).every(({ done }) => done)).toBe(true);
    expect(rangeOn(await follow(path, 'Next 100', 'Previous 100'))).toBe('1–100 of 101');
  });

  it('needs no ways on when it fits', async () => {
    const small = await visitor.createList('Small');
    await visitor.addTodo(small, 'Milk');
    expect((await open(`/lists/${small}`)).text).not.toContain('class="pages"');
  });

  it('leads back from behind the end', async () => {
    const html = await follow(`/lists/${home}?after=zzz~${uuidv7()}`);
    expect(html).toContain('Nothing further');
    expect(rangeOn(html)).toBeUndefined();
    expect(rowsOn((await open(wayOn(html, 'Previous 100') ?? '')).text)).toHaveLength(100);
    expect(rangeOn(await follow(wayOn(html, 'To the top') ?? ''))).toBe('1–100 of 250');
  });

  it('is paged in both directions: the trash, and the lists', async () => {
    await many((n) => visitor.post('/lists', { name: `List ${n}` }));
    const pages = [[], ['Next 100'], ['Next 100', 'Next 100']];
    const found = await Promise.all(pages.map((links) => follow(`/lists/${home}`, ...links)));
    await Promise.all(found.flatMap(rowsOn).map((id) => visitor.post(`/todos/${id}/remove`)));
    await until(async () => (await open(`/lists/${home}`)).text.includes('Nothing in it yet'), 10_000);
    expect(await goEverywhere('/trash')).toEqual(EVERYWHERE);
    for (const id of [home, ...(await others())]) await visitor.post(`/lists/${id}/remove`);
    await until(async () => rangeOn((await open('/')).text) === '1–100 of 250', 10_000);
    expect(await goEverywhere('/')).toEqual(EVERYWHERE);
  });

  /** The lists of the other tests. */
  async function others(): Promise<string[]> {
    const { text } = await open('/');
    return [...text.matchAll(/<li id="l-([0-9a-f-]{36})"[^]*?<a[^>]*>([^<]*)</g)].flatMap(([, id, name]) =>
      id !== undefined && ['Half', 'Small'].includes(name ?? '') ? [id] : [],
    );
  }
});
