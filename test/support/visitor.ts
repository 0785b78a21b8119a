import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { asRead } from './as-read.js';
import { inWorkspace, SIGNED_IN, WORKSPACE_PATH } from './somebody.mjs';
import { until } from './until.js';

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** Someone who is signed in with a browser that has JavaScript switched off: opens pages, fills in forms, follows redirects. */
export class Visitor {
  constructor(private readonly app: NestFastifyApplication) {}

  open(path: string) {
    const server = this.app.getHttpServer();
    return request(server).get(inWorkspace(path)).set(SIGNED_IN).set('accept', 'text/html');
  }

  /** Posts a form; its `commandId` is new unless it is given. */
  post(path: string, fields: Readonly<Record<string, string>> = {}) {
    return this.postBody(path, new URLSearchParams({ commandId: uuidv7(), ...fields }).toString());
  }

  /** Posts whatever this is. */
  postBody(path: string, body: string, type = 'application/x-www-form-urlencoded') {
    const server = this.app.getHttpServer();
    const headers = { ...SAME_ORIGIN, ...SIGNED_IN, accept: 'text/html' };
    return request(server).post(inWorkspace(path)).type(type).set(headers).send(body);
  }

  /** Posts a form twice, as an impatient person does, and opens the page that the first answer leads to. */
  async submit(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const [first, second] = await this.postTwice(path, fields);
    if (first.status !== 303) throw new Error(`POST ${path} answered ${first.status}: ${first.text}`);
    if (first.headers.location !== second.headers.location)
      throw new Error(`POST ${path} answered twice differently`);
    const to = String(first.headers.location);
    const page = await this.openOnceLevel(to);
    return { path: to.slice(WORKSPACE_PATH.length), status: page.status, html: asRead(page.text) };
  }

  /** Posts a form twice in the same way; both answers must be the same refusal. */
  async refused(path: string, fields: Readonly<Record<string, string>>): Promise<Omit<Shown, 'path'>> {
    const [first, second] = await this.postTwice(path, fields);
    if (first.status < 400) throw new Error(`POST ${path} was not refused, but answered ${first.status}`);
    if (first.status !== second.status) throw new Error(`POST ${path} answered twice differently`);
    return { status: first.status, html: asRead(first.text) };
  }

  private postTwice(path: string, fields: Readonly<Record<string, string>>) {
    const form = { commandId: uuidv7(), ...fields };
    return Promise.all([this.post(path, form), this.post(path, form)]);
  }

  /** A busy worker may need longer than a page waits: then the page says so, and is opened again. */
  private async openOnceLevel(path: string) {
    let page = await this.open(path);
    await until(async () => {
      if (!isCatchingUp(page.text)) return true;
      page = await this.open(path);
      return false;
    });
    return page;
  }

  /** A new list, by its id. */
  async createList(name: string): Promise<string> {
    const { path } = await this.submit('/lists', { name });
    return /^\/lists\/([0-9a-f-]{36})/.exec(path)?.[1] ?? '';
  }

  /** A new to-do in a list, by its id. */
  async addTodo(listId: string, title: string): Promise<string> {
    const { html } = await this.submit(`/lists/${listId}/todos`, { title });
    return todosOn(html).findLast((todo) => todo.title === title)?.id ?? '';
  }

  /** Gives a to-do a label, by the id of the label. */
  async labelTodo(todoId: string, label: string): Promise<string> {
    await this.submit(`/todos/${todoId}/label`, { label });
    const { text } = await this.open('/labels');
    return new RegExp(`/labels/([0-9a-f-]{36})"><bdi>${label}</bdi>`).exec(text)?.[1] ?? '';
  }

  /** The titles on the first page of a list, in their order. */
  async titles(listId: string): Promise<string[]> {
    return todosOn((await this.open(`/lists/${listId}`)).text).map(({ title }) => title);
  }
}

export interface Shown {
  readonly path: string;
  readonly status: number;
  readonly html: string;
}

/** Whether a page says that the worker has not come so far yet; it is a 503 when there is nothing else to show. */
export function isCatchingUp(html: string): boolean {
  return html.includes('Still catching up') || html.includes('What you did is saved.');
}

/** What a page says that has just happened. */
export function saidOn(html: string): string | undefined {
  return /id="did"[^>]*>\s*<p>([^<]*)<\/p>/.exec(html)?.[1];
}

/** The form that undoes it: where it is posted to, and all its fields but the id of the command. */
export function undoOn(html: string): [path: string, fields: Record<string, string>] {
  const [, action = '', inside = ''] =
    /id="did"[^]*?<form method="post" action="([^"]+)">([^]*?)<button>Undo/.exec(html) ?? [];
  const fields = [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)].flatMap(
    ([, name = '', value = '']) => (name === 'commandId' ? [] : [[name, value] as const]),
  );
  return [action, Object.fromEntries(fields)];
}

/** The to-dos on a page, in their order. */
export function todosOn(
  html: string,
): { readonly id: string; readonly title: string; readonly done: boolean }[] {
  const rows = html.matchAll(
    /<li id="t-([^"]+)" class="([^"]*)"[^>]*>[\s\S]*?<span class="title"[^>]*>([^<]*)<\/span>/g,
  );
  return [...rows].map(([, id = '', classes = '', title = '']) => ({
    id,
    title,
    done: /\bdone\b/.test(classes),
  }));
}
