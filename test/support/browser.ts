import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { createTestDatabase, type TestDatabase } from './database.js';
import { opened } from './leftovers.js';
import { runStatements } from './run-statements.js';
import { startWeb, startWorker } from './running-app.js';
import { inWorkspace, SOMEBODY } from './somebody.mjs';
import { until } from './until.js';
import { Visitor } from './visitor.js';

/** The whole app, on a database of its own, and a browser to look at it with. */
export class AppInBrowser {
  readonly visitor: Visitor;
  private readonly contexts: BrowserContext[] = [];
  private problems: string[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly web: NestFastifyApplication,
    private readonly worker: NestFastifyApplication,
    private readonly browser: Browser,
    private readonly origin: string,
  ) {
    this.visitor = new Visitor(web);
  }

  static async start(): Promise<AppInBrowser> {
    const database = await createTestDatabase();
    // Each is closed at the end of the test file when another one does not start: see leftovers.ts.
    const [web, worker, browser] = await Promise.all([
      startWeb(database.url),
      startWorker(database.url),
      launchBrowser(),
    ]);
    await web.listen(0, '127.0.0.1');
    return new AppInBrowser(database, web, worker, browser, new URL(await web.getUrl()).origin);
  }

  /** For processes beside the app, as they were built. */
  get databaseUrl(): string {
    return this.database.url;
  }

  /** A page in a browser that has never been here, but in which somebody is signed in; with JavaScript, unless it is switched off. */
  async open(path: string, options: BrowserContextOptions = {}, token = SOMEBODY.token): Promise<Page> {
    const page = await newPage(this.browser, { baseURL: this.origin, ...options }, token);
    const context = page.context();
    this.contexts.push(context);
    context.setDefaultTimeout(20_000);
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.problems.push(message.text());
    });
    context.on('weberror', (error) => this.problems.push(String(error.error())));
    await page.goto(inWorkspace(path));
    return page;
  }

  /** As if nobody had ever said what time zone is theirs. */
  async forgetTimeZones(): Promise<void> {
    await runStatements(this.database.url, `update accounts set time_zone = 'UTC', time_zone_chosen = false`);
  }

  /** As if nobody had ever chosen a language. */
  async forgetLanguages(): Promise<void> {
    await runStatements(this.database.url, `update accounts set language = 'browser'`);
  }

  /** What the console has complained about since this was last asked: errors, and what the CSP has blocked. */
  takeProblems(): readonly string[] {
    const problems = this.problems;
    this.problems = [];
    return problems;
  }

  /**
   * Closes what was opened.
   *
   * @param isExpected of what the console may say: also while it is closed, a page goes on trying what has failed
   * @throws Error when the console has complained of anything else and no test has asked about what
   */
  async closePages(isExpected: (problem: string) => boolean = () => false): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    const problems = this.takeProblems().filter((problem) => !isExpected(problem));
    if (problems.length > 0) throw new Error(`The console says:\n${problems.join('\n')}`);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all([this.web.close(), this.worker.close()]);
    await this.database.drop();
  }
}

/** Whether the console says of a request that it did not reach the server, or that the answer was lost. */
export const isOfTheCut = (problem: string) => problem.startsWith('Failed to load resource: net::');

/** A page in a browser that has never been here, but in which somebody is signed in. */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions & { readonly baseURL: string },
  token = SOMEBODY.token,
): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'garbanzo', value: token, url: options.baseURL }]);
  return await context.newPage();
}

export function launchBrowser(): Promise<Browser> {
  return opened('a browser', startBrowser());
}

/**
 * Not with the arguments that come with it: those are for the smallest of machines, and leave out the checks between
 * origins. It is unpacked when it is first needed; while another process is at that, it cannot be started.
 */
async function startBrowser(): Promise<Browser> {
  const executablePath = await unpackChromium();
  const args = ['--no-sandbox', '--disable-gpu'];
  let browser: Browser | undefined;
  await until(async () => {
    browser = await playwright.launch({ executablePath, args, headless: true }).catch(unlessUnpacking);
    return browser !== undefined;
  });
  if (browser === undefined) throw new Error('No browser was started');
  return browser;
}

/**
 * Answers where the program is. It unpacks itself into the TMPDIR unless it is there: not into that of this run, but into
 * the one that stays when the run is over.
 */
async function unpackChromium(): Promise<string> {
  const script = `import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath())`;
  const env = { ...process.env, TMPDIR: process.env.TEST_SHARED_TMPDIR };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env,
  });
  return stdout.trim();
}

function unlessUnpacking(error: unknown): undefined {
  if (!String(error).includes('ETXTBSY')) throw error;
}
