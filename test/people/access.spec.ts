import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module } from '@nestjs/common';
import { Needs, requireDeclarations } from '../../apps/web/src/access/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { addPerson, SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import { Visitor } from '../support/visitor.js';

describe('the one place that says no', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let list: string;
  let milk: string;
  const [theirs, token] = [randomUUID(), 'a token of somebody else who is signed in'];
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    const visitor = new Visitor(web);
    list = await visitor.createList('Home');
    milk = await visitor.addTodo(list, 'Milk');
    const owner = openDatabase(test.url);
    await owner.query('insert into workspaces (id, shard) values ($1, 1)', [theirs]);
    const eve = { accountId: randomUUID(), name: 'Eve', email: 'eve@example.org', token };
    await addPerson(owner, { ...eve, workspaceId: theirs });
    await owner.close();
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const paths = () => [
    WORKSPACE_PATH,
    ...['/trash', `/lists/${list}`, `/lists/${list}/history`, `/todos/${milk}/history`].map(
      (path) => WORKSPACE_PATH + path,
    ),
  ];
  const setRole = (role: string) =>
    runStatements(
      test.url,
      `update memberships set role = '${role}' where account_id = '${SOMEBODY.accountId}'`,
    );

  it('shows nothing to who is not signed in, and keeps what they typed', async () => {
    const nobody = new Person(web);
    for (const path of paths())
      expect((await nobody.open(path)).headers.location).toMatch(/^\/sign-in\?next=/);
    const { status, text } = await nobody.post(`${WORKSPACE_PATH}/lists/${list}/todos`, {
      commandId: randomUUID(),
      title: 'Long thought',
    });
    expect(status).toBe(401);
    expect(text).toContain('You are not signed in');
    expect(text).toContain('Long thought');
    const asked = await nobody.open(WORKSPACE_PATH, { accept: 'application/json' });
    expect([asked.status, asked.text]).toEqual([401, expect.stringContaining('"status":401')]);
  });

  it('answers to what is another’s as to what is not there', async () => {
    const eve = new Person(web, token);
    expect((await eve.open(`/w/${theirs}`)).status).toBe(200);
    const foreign = [
      ...paths(),
      ...paths()
        .map((path) => path.replace(WORKSPACE_PATH, `/w/${theirs}`))
        .slice(2),
    ];
    const unknown = [`/w/${randomUUID()}`, `/w/${theirs}/lists/${randomUUID()}`, '/w/none'];
    for (const path of [...foreign, ...unknown])
      expect([path, (await eve.open(path)).status]).toEqual([path, 404]);
    for (const at of [WORKSPACE_PATH, `/w/${theirs}`]) {
      const { status } = await eve.post(`${at}/todos/${milk}/complete`, { commandId: randomUUID() });
      expect([at, status]).toEqual([at, 404]);
    }
  });

  it('lets a viewer look at everything and change nothing, and says so', async () => {
    await setRole('viewer');
    const viewer = new Person(web, SOMEBODY.token);
    for (const path of paths()) {
      const { status, text } = await viewer.open(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toContain('method="post"');
    }
    expect((await viewer.open(`${WORKSPACE_PATH}/lists/${list}?edit=${milk}`)).text).not.toContain(
      'method="post"',
    );
    const { status, text } = await viewer.post(`${WORKSPACE_PATH}/todos/${milk}/complete`, {
      commandId: randomUUID(),
    });
    expect(status).toBe(403);
    expect(text).toContain('You may look at this, but not change it');
    await setRole('owner');
  });

  it('takes at once what somebody may not do any more', async () => {
    const mia = new Person(web, SOMEBODY.token);
    expect((await mia.open(WORKSPACE_PATH)).status).toBe(200);
    await runStatements(test.url, `delete from memberships where account_id = '${SOMEBODY.accountId}'`);
    expect((await mia.open(WORKSPACE_PATH)).status).toBe(404);
    await runStatements(
      test.url,
      `insert into memberships (account_id, workspace_id, role) values ('${SOMEBODY.accountId}', '${WORKSPACE_PATH.slice(3)}', 'owner')`,
    );
  });

  it('leads from the addresses of version 0.1.0 to where their pages are now', async () => {
    const mia = new Person(web, SOMEBODY.token);
    for (const path of [`/lists/${list}?show=done`, `/todos/${milk}/history`, '/trash']) {
      const { status, headers } = await mia.open(path);
      expect([status, headers.location]).toEqual([303, WORKSPACE_PATH + path]);
    }
  });
});

describe('a route of which nobody says who may use it', () => {
  it('keeps the process from starting', async () => {
    @Controller('open')
    class Forgotten {
      @Get()
      show(): string {
        return 'secrets';
      }

      @Needs('everybody')
      @Get('said')
      said(): string {
        return 'nothing';
      }
    }
    @Module({ imports: [DiscoveryModule], controllers: [Forgotten] })
    class Careless {}
    const app = await NestFactory.create<NestFastifyApplication>(Careless, new FastifyAdapter(), {
      logger: false,
    });
    expect(() => requireDeclarations(app)).toThrow('Nobody says who may use Forgotten.show: add @Needs');
    await app.close();
  });

  it.each(['read', 'known'] as const)(
    'starts no process with a form that changes something for who may %s',
    async (access) => {
      @Needs(access)
      @Controller('generous')
      class Generous {
        @Get() show(): void {}
        @Post() change(): void {}
      }
      @Module({ imports: [DiscoveryModule], controllers: [Generous] })
      class Careless {}
      const app = await NestFactory.create<NestFastifyApplication>(Careless, new FastifyAdapter(), {
        logger: false,
      });
      expect(() => requireDeclarations(app)).toThrow('Generous.change may change something');
      await app.close();
    },
  );
});
