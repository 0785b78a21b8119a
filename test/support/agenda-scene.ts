import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { jest } from '@jest/globals';
import { asRead } from './as-read.js';
import type { Person } from './person.js';
import { startWorker } from './running-app.js';
import { setDate } from './set-date.js';
import { SharedWorkspace } from './shared-workspace.js';
import { until } from './until.js';
import { isCatchingUp, todosOn } from './visitor.js';

/** The clock is set within a day or two of what the database takes for the time: what waits until a moment must not wait for ever. */
const TODAY = Temporal.PlainDate.from(new Date().toISOString().slice(0, 10));

export const day = (after: number) => TODAY.add({ days: after }).toString();

const written = (after: number, style: Intl.DateTimeFormatOptions) =>
  new Date(day(after)).toLocaleDateString('en-GB', { timeZone: 'UTC', ...style });

/** `1 December 2026` */
export const longDay = (after: number) => written(after, { dateStyle: 'long' });

/** `Tuesday 1 December` */
export const weekday = (after: number) => written(after, { weekday: 'long', day: 'numeric', month: 'long' });

interface List {
  readonly at: string;
  readonly id: string;
}

/** Mia at noon, with a workspace of her own in which there is a list. */
export class AgendaScene {
  private constructor(
    readonly home: SharedWorkspace,
    private readonly worker: NestFastifyApplication,
    readonly mia: Person,
    private list?: List,
  ) {}

  static async open(): Promise<AgendaScene> {
    const home = await SharedWorkspace.open();
    return new AgendaScene(home, await startWorker(home.test.url), home.mia.browser);
  }

  get chores(): List {
    if (this.list === undefined) throw new Error('Nothing has begun');
    return this.list;
  }

  /** With nothing that is due. */
  async begin(): Promise<void> {
    await this.home.reset();
    await this.home.run(`update accounts set time_zone = 'UTC'`);
    setDate(`${day(0)}T12:00:00Z`);
    const { headers } = await this.mia.post('/workspaces', { name: 'Flat' });
    const at = String(headers.location);
    await this.home.run(`delete from memberships where workspace_id <> '${at.slice('/w/'.length)}'`);
    this.list = await this.createList(at, 'Chores');
  }

  async close(): Promise<void> {
    jest.useRealTimers();
    await this.worker.close();
    await this.home.close();
  }

  command(path: string, fields: Readonly<Record<string, string>> = {}, browser = this.mia) {
    return browser.post(path, { commandId: randomUUID(), ...fields });
  }

  /** A page as soon as it shows what was done. */
  async see(path: string, browser = this.mia): Promise<string> {
    let text = '';
    await until(async () => {
      text = (await browser.open(path)).text;
      return !isCatchingUp(text);
    });
    return asRead(text).replaceAll('&#x3D;', '=');
  }

  async follow({ headers }: Awaited<ReturnType<Person['post']>>) {
    const path = String(headers.location);
    return { path, html: await this.see(path) };
  }

  async createList(at: string, name: string): Promise<List> {
    const { headers } = await this.command(`${at}/lists`, { name });
    return { at, id: /lists\/([0-9a-f-]{36})/.exec(String(headers.location))?.[1] ?? '' };
  }

  /** A to-do that is due, by its address. */
  async add(title: string, dueDate: string, dueTime = '', { at, id } = this.chores): Promise<string> {
    const added = await this.follow(await this.command(`${at}/lists/${id}/todos`, { title }));
    const todo = `${at}/todos/${todosOn(added.html).findLast((row) => row.title === title)?.id}`;
    await this.follow(await this.command(`${todo}/schedule`, { dueDate, dueTime, from: '' }));
    return todo;
  }
}

export const titlesOn = (html: string) => todosOn(html).map(({ title }) => title);

/** The headings, each with what stands under it. */
export const groupsOn = (html: string) =>
  html
    .split('<section class="agenda')
    .slice(1)
    .map((part) => [/<h2[^>]*>\s*([^<]*?)\s*</.exec(part)?.[1], ...titlesOn(part)]);

/** When they are due, in words. */
export const duesOn = (html: string) =>
  html.match(/(?<=<time class="due )[^<]*/g)?.map((text) => text.split('>')[1]);
