// The least that a form can cost when it becomes an event: Fastify reads it, and the log's own function appends it. Nobody
// asks who sends it, nothing is decided, no page is kept, and no worker folds it.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { Appender } from '../../dist/libs/event-store/src/index.js';
import { createLogger, Database } from '../../dist/libs/platform/src/index.js';
import { SOMEBODY } from '../support/somebody.mjs';

const logger = createLogger('bench', { logLevel: 'error', production: true });
const database = new Database({
  url: process.env.DATABASE_URL,
  name: 'bench',
  logger,
  role: 'garbanzo_web',
  durable: true,
});
const appender = new Appender(database);
const shards = new Map(
  (await database.query('select id, shard from workspaces')).map(({ id, shard }) => [id, shard]),
);
const app = Fastify();

app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(body))),
);

app.post('/w/:workspaceId/lists/:listId/todos', async (request, reply) => {
  const { listId, workspaceId } = request.params;
  const commandId = randomUUID();
  await appender.append({
    shard: shards.get(workspaceId),
    streamId: uuidv7(),
    expected: { version: 0 },
    lookedAt: new Map(),
    workspaceId,
    actorId: SOMEBODY.accountId,
    commandId,
    correlationId: commandId,
    causationId: commandId,
    events: [
      { type: 'TodoAdded', schemaVersion: 1, data: { listId, title: request.body.title, order: 'gVbtHPLG' } },
    ],
  });
  return reply.code(303).header('location', `/w/${workspaceId}/lists/${listId}`).send();
});

app.get('/health/ready', () => 'ready');

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
