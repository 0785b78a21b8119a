import type { Page } from 'playwright-core';
import { Authenticator } from '../support/authenticator.js';
import type { BrowserAtLocalhost } from '../support/browser-at-localhost.js';
import { Person } from '../support/person.js';
import { EMAILS } from '../support/two-accounts.js';
import { button } from './on-the-page.js';

export const PATH = '/account/passkeys';
export const SIGN_IN = '/sign-in/passkey';

/** Mia, signed in, with a device that can keep passkeys. */
export class PasskeyOwner {
  private constructor(
    private readonly app: BrowserAtLocalhost,
    readonly page: Page,
    readonly device: Authenticator,
  ) {}

  static async signIn(
    app: BrowserAtLocalhost,
    options: Parameters<BrowserAtLocalhost['signIn']>[1] = {},
  ): Promise<PasskeyOwner> {
    const page = await app.signIn(EMAILS.mia, options);
    return new PasskeyOwner(app, page, await Authenticator.plugInto(page));
  }

  async begin(name: string): Promise<void> {
    await this.page.goto(PATH);
    await this.page.getByLabel('Name of the new passkey').fill(name);
    await button(this.page, 'Continue').click();
    await button(this.page, 'Create passkey').waitFor();
  }

  async create(): Promise<void> {
    await button(this.page, 'Create passkey').click();
  }

  async add(name: string): Promise<void> {
    await this.begin(name);
    await this.create();
    await this.page.waitForURL((url) => url.pathname === PATH);
  }

  async signOut(): Promise<void> {
    await this.page.goto('/account');
    await button(this.page, 'Sign out').click();
    await this.page.waitForURL('**/sign-in');
  }

  async usePasskey(): Promise<void> {
    await button(this.page, 'Sign in with a passkey').click();
  }

  /** What the browser would post there, which then gets nowhere. */
  async caught(path: string, click: () => Promise<void>): Promise<Record<string, string>> {
    const posted = new Promise<string>((resolve) => {
      void this.page.route(`**${path}`, async (route) => {
        if (route.request().method() !== 'POST') return await route.continue();
        await route.fulfill({ status: 204 });
        resolve(route.request().postData() ?? '');
      });
    });
    await click();
    return Object.fromEntries(new URLSearchParams(await posted));
  }

  /** The same session, without the browser. */
  async asPerson(): Promise<Person> {
    const cookies = await this.page.context().cookies();
    return new Person(this.app.two.web, cookies.find(({ name }) => name === 'garbanzo')?.value);
  }
}
