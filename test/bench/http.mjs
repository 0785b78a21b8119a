import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { drive, postForm, send } from './load.mjs';
import { driveByWrk, isWrkInstalled } from './wrk.mjs';

/** A list with this many to-dos, made through the app; answers its path. */
export async function createList(web, todos, workspace = WORKSPACE_PATH) {
  const { location } = await postForm(`${web.url}${workspace}/lists`, {
    commandId: randomUUID(),
    name: 'Shopping',
  });
  const [list] = location.split('?');
  const titles = Array.from({ length: todos }, (_, n) => `To-do ${n} of a list that somebody keeps`);
  const addTo = `${web.url}${list}/todos`;
  const answers = await Promise.all(
    titles.map((title) => postForm(addTo, { commandId: randomUUID(), title })),
  );
  // Each of these pages waits until it shows what led to it.
  await Promise.all(answers.map((answer) => send(web.url + answer.location, {})));
  await pause(200);
  return list;
}

/** Adding to-dos through the form, to a list that is not looked at. */
export function adding(server, list) {
  const url = `${server.url}${list}/todos`;
  if (isWrkInstalled) return (ms) => driveByWrk(url, { ms, method: 'POST' });
  const post = () => postForm(url, { commandId: randomUUID(), title: 'Buy milk and bread' });
  return (ms) => drive(post, { ms });
}

export function reading(server, list, headers = {}) {
  const url = server.url + list;
  if (isWrkInstalled) return (ms) => driveByWrk(url, { ms, headers });
  return (ms) => drive(() => send(url, { headers }), { ms });
}
