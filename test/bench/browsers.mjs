import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { SIGNED_IN } from '../support/somebody.mjs';

/** A browser, of which each page is in a context of its own: as if each were somebody's. */
export async function startBrowser() {
  const executablePath = await chromium.executablePath();
  const browser = await playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    async open(url) {
      const context = await browser.newContext();
      const [name, value] = SIGNED_IN.cookie.split('=');
      await context.addCookies([{ name, value, url: new URL(url).origin }]);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    stop: () => browser.close(),
  };
}
