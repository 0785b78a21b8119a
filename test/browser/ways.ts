import type { Page } from 'playwright-core';
import { PASSWORD, type PeopleInBrowser, type Who } from '../support/people-in-browser.js';
import { valueOfParam, type Things } from '../people/matrix/kinds.js';
import { CodeApp } from '../support/totp.js';
import { button } from './on-the-page.js';

/** Somebody on their way to a page. */
export interface Visit {
  readonly people: PeopleInBrowser;
  readonly page: Page;
  readonly who: Who;
  readonly things: Things;
}

type Way = (visit: Visit) => Promise<unknown>;

/** How one comes to a page whose address is not all that it takes. */
const WAYS: Readonly<Record<string, Way>> = {
  '/setup': ({ page, people }) => page.goto(`${people.origins.empty}/setup`),
  '/invitations/:token': async ({ page, people }) => page.goto(await people.invite()),
  '/reset/:token': async ({ page, people }) => page.goto(await people.reset()),
  '/account/email/:token': async ({ page, people }) => page.goto(await people.changeEmail()),
  '/account/connections/:token': ({ page }) => page.goto('/account/connections/begin'),
  '/oidc/callback': ({ page, people }) => {
    people.provider.person = undefined;
    return page.goto('/oidc/begin');
  },
  '/account/second-factor/recovery-codes': async ({ page, people }) => {
    await people.forgetSecondFactor();
    await page.goto('/account/second-factor');
    await page.getByLabel('Your password').fill(PASSWORD);
    await button(page, 'Set up').click();
    await page.locator('svg.qr').waitFor();
    await page.getByLabel('Code that the app shows').fill(CodeApp.of(await page.content()).code());
    await button(page, 'Switch on').click();
    await page.waitForURL('**/recovery-codes');
    await people.forgetSecondFactor();
  },
  '/sign-in/second-factor': async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('ben@example.org');
    await page.getByLabel('Password').fill(PASSWORD);
    await button(page, 'Sign in').click();
    await page.waitForURL('**/sign-in/second-factor');
  },
};

/** These lead on to others. */
const LEADING_ON = ['/lists/*', '/todos/*', '/trash', '/oidc/begin', '/account/connections/begin'];

/** These are files, or for programs. */
const NO_PAGES = [
  '/assets/:file',
  '/w/:workspaceId/export',
  '/w/:workspaceId/live',
  '/api/v1/me',
  '/health',
  '/health/ready',
];

/** The routes that are pages, among all that there are. */
export const pagesAmong = (paths: readonly string[]) =>
  paths.filter((path) => ![...LEADING_ON, ...NO_PAGES].includes(path));

/** @throws Error when nobody comes there by opening the address, and nothing says how else */
export async function comeTo(path: string, visit: Visit): Promise<void> {
  const { page, things } = visit;
  const address = path.replaceAll(/:(\w+)/g, (_, param: string) => valueOfParam(param, things));
  await (WAYS[path]?.(visit) ?? page.goto(address));
  const { pathname } = new URL(page.url());
  const isError = (await page.locator('main > .meta', { hasText: /^Error \d/ }).count()) > 0;
  const isThere = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname);
  if (!isThere || isError)
    throw new Error(`Say in ${import.meta.url} how one comes to ${path}, not ${pathname}`);
}
