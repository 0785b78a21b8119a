import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asRead } from './as-read.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { startWeb, startWorker } from './running-app.js';
import { Visitor } from './visitor.js';

/** The app with a worker, and somebody who searches. */
export class Searching {
  readonly visitor = new Visitor(this.web);

  private constructor(
    readonly test: TestDatabase,
    readonly web: NestFastifyApplication,
    private readonly worker: NestFastifyApplication,
  ) {}

  static async start(): Promise<Searching> {
    const test = await createTestDatabase();
    const [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    return new Searching(test, web, worker);
  }

  async close(): Promise<void> {
    await Promise.all([this.web.close(), this.worker.close()]);
    await this.test.drop();
  }

  /** The titles that are found, in their order, with what is marked in brackets. */
  async find(text: string): Promise<string[]> {
    return foundOn((await this.visitor.open(searchPath(text))).text);
  }
}

export const searchPath = (text: string) => `/search?q=${encodeURIComponent(text)}`;

/** The titles on a page of the search, with what is marked in brackets. */
export function foundOn(html: string): string[] {
  const titles = html.matchAll(/<li class="result[^"]*">\s*<a class="title"[^>]*>([^]*?)<\/a>/g);
  return [...titles].map(([, title = '']) =>
    asRead(title.replaceAll('<mark>', '[').replaceAll('</mark>', ']')).trim(),
  );
}

/** What a page of the search says of how much was found, or why nothing was. */
export const saidOf = (html: string) =>
  asRead(/<p id="search-said"[^>]*>([^]*?)<\/p>/.exec(html)?.[1] ?? '').trim();
