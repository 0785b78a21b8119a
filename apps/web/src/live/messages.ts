import type { Touched } from '#libs/queries';

/** What is sent to keep a connection: proxies end one on which nothing is said. */
export const HEARTBEAT = Buffer.from(':\n\n');

/** That nothing is missed up to this position. */
export const here = (position: number) => message('here', {}, position);

/** That so much is missed that everything has to be looked at again. */
export const reload = (position: number) => message('reload', {}, position);

/** That nothing more is sent, and coming back is refused. */
export const GONE = message('gone', {});

/** Who else looks at the same list. */
export const present = (people: readonly string[]) => message('present', { people });

/** What a page has to look at again, by ids only. */
export function changed(changes: readonly Touched[]): string {
  const data = {
    lists: distinct(changes.flatMap(({ listIds }) => listIds)),
    todos: distinct(changes.flatMap(({ todoId }) => (todoId === undefined ? [] : [todoId]))),
    commands: distinct(changes.map(({ commandId }) => commandId)),
    // Whatever list a page shows.
    ...(changes.some(({ isOfLabels }) => isOfLabels) ? { labels: true } : {}),
  };
  return message('changed', data, changes.at(-1)?.position);
}

const distinct = (ids: readonly string[]) => [...new Set(ids)];

/** JSON is in one line, whatever is in it. */
function message(event: string, data: object, id?: number): string {
  const first = id === undefined ? '' : `id: ${id}\n`;
  return `${first}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
