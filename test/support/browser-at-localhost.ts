import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { PASSWORD, TwoAccounts, type EMAILS } from './two-accounts.js';

/** Two people with accounts, and a browser that reaches the app by a name: at a bare address there are no passkeys. */
export class BrowserAtLocalhost {
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly two: TwoAccounts,
    private readonly browser: Browser,
    /** Without the scheme. */
    readonly host: string,
  ) {}

  static async start(): Promise<BrowserAtLocalhost> {
    const [two, browser] = await Promise.all([TwoAccounts.start(), launchBrowser()]);
    await two.web.listen(0, '127.0.0.1');
    const { port } = new URL(await two.web.getUrl());
    return new BrowserAtLocalhost(two, browser, `localhost:${port}`);
  }

  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: `http://${this.host}`, ...options });
    this.contexts.push(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** A page in which somebody has signed in with the password. */
  async signIn(
    email: (typeof EMAILS)[keyof typeof EMAILS],
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const page = await this.open('/sign-in', options);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(({ pathname }) => pathname === '/');
    return page;
  }

  /** Closes what was opened, and forgets what people sign in with beside their passwords. */
  async forget(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    await this.two.run('delete from passkeys', 'delete from second_factors', 'delete from sessions');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.two.close();
  }
}
