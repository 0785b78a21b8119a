import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { button, focused, link } from './on-the-page.js';

describe('the workspaces', () => {
  let app: AppInBrowser;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    const page = await app.open('/');
    await page.goto('/workspaces');
    await page.getByLabel('Name').fill('Garden club');
    await button(page, 'Create workspace').click();
    await page.getByRole('heading', { name: 'Your lists' }).waitFor();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const nameInHead = (page: Page) => page.locator('#nav .workspace');

  it('are a menu on every page, from which one leads to another', async () => {
    const page = await app.open('/trash');
    await nameInHead(page).click();
    const menu = page.locator('#workspace-menu');
    await expect(async () => menu.getByRole('link').allTextContents()).toBecome([
      'Garden club',
      'Home',
      'All workspaces',
    ]);
    expect(new URL(page.url()).pathname).toBe(`${WORKSPACE_PATH}/trash`);
    expect(await menu.locator('[aria-current]').textContent()).toBe('Home');
    await expect(focused(page)).toBecome('Garden club');
    await page.keyboard.press('Escape');
    await expect(async () => menu.isVisible()).toBecome(false);
    await nameInHead(page).click();
    await menu.getByText('Garden club').click();
    await expect(async () => nameInHead(page).textContent()).toBecome('Workspace: Garden club');
  });

  it('are a page without JavaScript, or when the server does not answer with them', async () => {
    const plain = await app.open('/', { javaScriptEnabled: false });
    await nameInHead(plain).click();
    await link(plain, 'Garden club').click();
    expect(await nameInHead(plain).textContent()).toBe('Workspace: Garden club');
    const page = await app.open('/');
    await page.route('**/workspaces', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await nameInHead(page).click();
    await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();
    app.takeProblems(); // "net::ERR_FAILED" is in the console
  });

  it('let somebody in by a link, without JavaScript as well', async () => {
    const page = await app.open('/', { javaScriptEnabled: false });
    await page.goto(`${WORKSPACE_PATH}/members`);
    await button(page, 'Make a link').click();
    const invitation = await page.getByLabel('Copy this link now').inputValue();
    await page.context().clearCookies();
    await page.goto(invitation);
    await page.getByText('Mia invites you').waitFor();
    await page.getByLabel('Your name').fill('Ben');
    await page.getByLabel('E-mail address').fill('ben@example.org');
    await page.getByLabel('Password').fill('two peas in a pot');
    await button(page, 'Create account and join').click();
    await expect(async () => nameInHead(page).textContent()).toBecome('Workspace: Home');
  });
});
