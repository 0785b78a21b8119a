// The plainest way to do the same: Fastify, one table that is changed in place, no events, no worker.
import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { Assets } from '../../dist/apps/web/src/assets/index.js';
import { SEARCH_PATH } from '../../dist/libs/read-model/src/index.js';
import { Views } from '../../dist/apps/web/src/views/index.js';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  options: `-c search_path=${SEARCH_PATH}`,
  max: 10,
});
const app = Fastify();
const options = { basePath: '', production: true };
const views = new Views(new Assets(options), options);

app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(body))),
);

app.post('/w/:workspaceId/lists/:listId/todos', async (request, reply) => {
  const { listId } = request.params;
  await pool.query('insert into crud_todos (id, list_id, title) values ($1, $2, $3)', [
    randomUUID(),
    listId,
    request.body.title,
  ]);
  return reply.code(303).header('location', `/w/${request.params.workspaceId}/lists/${listId}`).send();
});

const reader = { theme: 'system' };

app.get('/w/:workspaceId/lists/:listId', async (request, reply) => {
  const { listId, workspaceId } = request.params;
  const workspace = { path: `/w/${workspaceId}`, name: 'Home', mayWrite: true };
  const [lists, todos] = await Promise.all([
    pool.query(
      `select l.id, l.name, l.removed_at as "removedAt", coalesce(t.open, 0) as open, coalesce(t.done, 0) as done
       from lists l left join list_totals t on t.list_id = l.id where l.id = $1`,
      [listId],
    ),
    pool.query(
      `select id, title, completed_at as "completedAt" from todos
       where list_id = $1 and removed_at is null order by sort_order, id limit 101`,
      [listId],
    ),
  ]);
  const page = {
    title: 'List',
    commandId: randomUUID(),
    catchingUp: false,
    current: 'list',
    reader,
    workspace,
  };
  const html = views.render('list', {
    ...page,
    ...lists.rows[0],
    show: 'all',
    forms: { addTodo: { title: { id: 'add', name: 'title', value: '' } } },
    todos: todos.rows,
  });
  return reply.type('text/html; charset=utf-8').send(html);
});

app.get('/health/ready', () => 'ready');

const processes = Number(process.env.WEB_CONCURRENCY);
if (cluster.isPrimary && processes > 1) {
  for (let index = 0; index < processes; index += 1) cluster.fork();
} else {
  await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
}
process.on('SIGTERM', () => process.exit(0));
