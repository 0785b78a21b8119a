import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('many people who move one to-do at the same moment', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const versions = async (todoId: string) => {
    const database = openDatabase(test.url);
    const rows = await database.query<{ version: number }>(
      'select version from events where stream_id = $1 order by version',
      [todoId],
    );
    await database.close();
    return rows.map(({ version }) => version);
  };

  it('are served, or told that others were quicker after ten tries; who tries again is served', async () => {
    const visitor = new Visitor(web);
    const todoId = await visitor.addTodo(await visitor.createList('Home'), 'Milk');
    const path = `/todos/${todoId}/move`;
    const forms = [];
    for (let n = 0; n < 30; n += 1) {
      forms.push({ commandId: uuidv7(), listId: await visitor.createList(`List ${n}`), before: '' });
    }
    const answers = await Promise.all(forms.map((form) => visitor.post(path, form)));

    const late = forms.filter((_, index) => answers[index]?.status === 409);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(forms.length - late.length);
    expect(forms.length - late.length).toBeGreaterThanOrEqual(10);
    expect(late.length).toBeGreaterThan(0);
    expect(await versions(todoId)).toHaveLength(1 + forms.length - late.length);

    for (const form of late) expect((await visitor.post(path, form)).status).toBe(303);
    expect(await versions(todoId)).toEqual(Array.from({ length: 1 + forms.length }, (_, n) => n + 1));
  });
});
