import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { AppInBrowser } from './browser.js';
import { openDatabase } from './log.js';
import { addPerson } from './somebody.mjs';

const ANNA = { accountId: randomUUID(), name: 'Anna', email: 'anna@example.org', token: randomUUID() };

/** Mia and Anna, who look at the same lists, each with a browser of her own. */
export class SideBySide {
  private constructor(readonly app: AppInBrowser) {}

  static async start(): Promise<SideBySide> {
    const app = await AppInBrowser.start();
    const owner = openDatabase(app.databaseUrl);
    await addPerson(owner, { ...ANNA, role: 'member' });
    await owner.close();
    return new SideBySide(app);
  }

  /** Mia's page. */
  mia(path: string, options?: BrowserContextOptions): Promise<Page> {
    return this.app.open(path, options);
  }

  /** Anna's page, which has heard that it is up to date. */
  async anna(path: string, options?: BrowserContextOptions): Promise<Page> {
    return await this.app.open(path, options, ANNA.token);
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

/** How often a page has been asked for, or a form was sent, since this was called. */
export function countPages(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.headers().accept === 'text/html' && request.redirectedFrom() === null) count += 1;
  });
  return () => count;
}
