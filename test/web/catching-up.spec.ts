import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../support/database.js';
import { startWeb } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('while nothing is folded', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: NestFastifyApplication;
  let visitor: Visitor;
  let made: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
    visitor = new Visitor(web);
    made = String((await visitor.post('/lists', { name: 'Home' })).headers.location);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const pathOf = (address: string) => address.slice(0, address.indexOf('?'));
  const seen = () => made.slice(made.indexOf('?'));

  it('a page that does not show yet what was written says that it is catching up', async () => {
    const { status, text } = await visitor.open(`/${seen()}`);
    expect(status).toBe(200);
    expect(text).toContain('Still catching up');
  });

  it('the page of a list that was just made has its name, and one can go on there', async () => {
    const { status, text } = await visitor.open(made);
    expect(status).toBe(200);
    expect(text).toMatch(/<h1[^>]*>.*Home.*<\/h1>/s);
    expect(text).toContain('Still catching up');
    const added = await visitor.post(`${pathOf(made)}/todos`, { title: 'Milk' });
    expect((await visitor.open(String(added.headers.location))).status).toBe(200);
  });

  it('the history of what was just made says that it is not there yet', async () => {
    const { status, text } = await visitor.open(`${pathOf(made)}/history${seen()}`);
    expect(status).toBe(503);
    expect(text).toContain('Not here yet');
  });

  it.each(['/', `/lists/${uuidv7()}`])(
    'an address that says that more was written than there is says nothing of the kind: %s',
    async (path) => {
      const shard = seen().replace(/\D+/, '').split(':')[0] ?? '';
      const begun = Date.now();
      const { status, text } = await visitor.open(`${path}?seen=${shard}:999999999999999`);
      expect(status).toBe(path === '/' ? 200 : 404);
      expect(text).not.toMatch(/catching up|is saved/);
      expect(Date.now() - begun).toBeLessThan(900);
    },
  );
});
