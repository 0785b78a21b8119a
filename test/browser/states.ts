import { AT_PROVIDER } from '../support/oidc-scene.js';
import { PASSWORD } from '../support/people-in-browser.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';
import type { Page } from 'playwright-core';
import { button } from './on-the-page.js';
import type { Visit } from './ways.js';

type State = (visit: Visit) => Promise<unknown>;

const opened =
  (path: string): State =>
  ({ page }) =>
    page.goto(path);

/** A form that is filled in and sent, on the page that is open; it is there again, or leads on, when this is over. */
async function send(page: Page, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await button(page, name).click();
  await page.locator('#errors, [role=status].panel, [role=alert].panel').first().waitFor();
}

const NEW = { 'Your name': 'Eve', 'E-mail address': 'eve@example.org' };
const TOO_LONG = 'x'.repeat(241);

/** What pages about people look like to who is not signed in, beside how they look when they are opened. */
export const STATES_OF_NOBODY: Readonly<Record<string, State>> = {
  'signing in after signing up': opened('/sign-in?signed-up=1'),
  'signing in after another was quicker': opened('/sign-in?late=1'),
  'signing in with a new password': opened('/sign-in?reset=1'),
  'signing in, refused': async ({ page }) => {
    await page.goto('/sign-in');
    await send(page, 'Sign in', { 'E-mail address': 'nobody@example.org', Password: 'a guess' });
  },
  'signing up, refused': async ({ page }) => {
    await page.goto('/sign-up');
    await send(page, 'Create account', { ...NEW, Password: 'short' });
  },
  'setting up, refused': async ({ page, people }) => {
    await page.goto(`${people.origins.empty}/setup`);
    await send(page, 'Create account', { ...NEW, Password: 'short' });
  },
  'a new password, asked for': async ({ page }) => {
    await page.goto('/forgotten');
    await send(page, 'Send me a link', { 'E-mail address': SOMEBODY.email });
  },
  'a new password, refused': async ({ page }) => {
    await page.goto('/forgotten');
    await send(page, 'Send me a link', { 'E-mail address': `${TOO_LONG}@mail.example.org` });
  },
  'a new password without mails': ({ page, people }) => page.goto(`${people.origins.plain}/forgotten`),
  'a link for a new password, refused': async ({ page, people }) => {
    await page.goto(await people.reset());
    await send(page, 'Set the new password', { 'New password': 'short' });
  },
  'a link for a new password that is none': opened('/reset/none'),
  'an invitation that is none': opened('/invitations/none'),
  'an invitation that was withdrawn': async ({ page, people }) => {
    const path = await people.invite();
    await people.run('update invitations set revoked_at = now()');
    await page.goto(path);
  },
  'an invitation, refused': async ({ page, people }) => {
    await page.goto(await people.invite());
    await send(page, 'Create account and join', { ...NEW, Password: PASSWORD });
  },
  'coming from a provider with an address that is known here': ({ page }) => page.goto('/oidc/begin'),
  'coming from a provider without an account': ({ page, people }) => {
    people.provider.person = { ...AT_PROVIDER.eve, email: 'somebody@example.org' };
    return page.goto('/oidc/begin');
  },
  'coming from a provider to which nobody was sent': opened('/oidc/callback'),
  'a page that needs an account': opened('/account'),
};

/** The same, to Mia. */
export const STATES_OF_MIA: Readonly<Record<string, State>> = {
  'a profile that is saved': opened('/account/profile?saved=1'),
  'another e-mail address, asked for': async ({ page }) => {
    await page.goto('/account/email');
    const fields = { 'New e-mail address': 'mia@example.com', 'Your password': PASSWORD };
    await send(page, 'Change address', fields);
  },
  'another e-mail address, refused': async ({ page }) => {
    await page.goto('/account/email');
    await send(page, 'Change address', {
      'New e-mail address': 'mia@example.com',
      'Your password': 'a guess',
    });
  },
  'another e-mail address, changed': opened('/account/email?changed=1'),
  'another e-mail address without mails': ({ page, people }) =>
    page.goto(`${people.origins.plain}/account/email`),
  'a link for another address that is none': opened('/account/email/none'),
  'connecting, refused': async ({ page }) => {
    await page.goto('/account/connections/begin');
    await send(page, 'Connect', { 'Your password': 'a guess' });
  },
  'connecting what is none': opened('/account/connections/none'),
  connected: async ({ page }) => {
    await page.goto('/account/connections/begin');
    await page.getByLabel('Your password').fill(PASSWORD);
    await button(page, 'Connect').click();
    await page.waitForURL('**/account/connections');
  },
  'connections without a provider': ({ page, people }) =>
    page.goto(`${people.origins.plain}/account/connections`),
  'a new invitation': async ({ page }) => {
    await page.goto(`${WORKSPACE_PATH}/members`);
    await send(page, 'Make a link', { 'E-mail address': 'eve@example.org' });
  },
  'a role that was changed': opened(`${WORKSPACE_PATH}/members?said=role-changed`),
  'leaving, refused': async ({ page }) => {
    await page.goto(`${WORKSPACE_PATH}/members`);
    await send(page, 'Leave this workspace', {});
  },
  'renaming a workspace, refused': async ({ page }) => {
    await page.goto(`${WORKSPACE_PATH}/members`);
    await send(page, 'Rename', { 'Name of the workspace': TOO_LONG });
  },
  'renaming a workspace that somebody else has renamed meanwhile': async ({ page, people }) => {
    await page.goto(`${WORKSPACE_PATH}/members`);
    const rename = (name: string) =>
      people.run(`update workspaces set name = '${name}' where id = '${WORKSPACE_PATH.slice('/w/'.length)}'`);
    const name = await page.getByLabel('Name of the workspace').inputValue();
    await rename('House');
    await send(page, 'Rename', { 'Name of the workspace': 'Garden' });
    await rename(name);
  },
  'erasing a workspace, refused': async ({ page }) => {
    await page.goto(`${WORKSPACE_PATH}/erase`);
    await send(page, 'Erase it for good', { 'Type the name of the workspace': 'Another' });
  },
  'a workspace that is erased': opened('/workspaces?said=erased'),
  'a new workspace, refused': async ({ page }) => {
    await page.goto('/workspaces');
    await send(page, 'Create workspace', { Name: TOO_LONG });
  },
  'a list that was copied': ({ page, things }) => copy(page, things.list),
  'a copy that was taken back': async ({ page, things }) => {
    await copy(page, things.list);
    await button(page, 'Undo').click();
    await page.getByText('is taken back').first().waitFor();
  },
  'a page that is none': opened('/account/nothing'),
};

async function copy(page: Page, list: string): Promise<void> {
  await page.goto(`${WORKSPACE_PATH}/lists/${list}/transfer`);
  await button(page, 'Copy it there').click();
  await page.getByText('was copied to the other workspace').first().waitFor();
}

/** The same, to Eve, who has one workspace and does not own it. */
export const STATES_OF_EVE: Readonly<Record<string, State>> = {
  'a list that can go nowhere': ({ page, things }) =>
    page.goto(`${WORKSPACE_PATH}/lists/${things.list}/transfer`),
  'deleting an account, refused': async ({ page }) => {
    await page.goto('/account/delete');
    await send(page, 'Delete my account for good', { 'Your password': 'a guess' });
  },
  'no workspace': async ({ page, people, things }) => {
    await people.run(`delete from memberships where account_id = '${people.eve}'`);
    await page.goto('/workspaces');
    await people.run(`insert into memberships (account_id, workspace_id, role)
      values ('${people.eve}', '${things.workspace}', 'member')`);
  },
  'members to who is no owner': opened(`${WORKSPACE_PATH}/members`),
  'a page for owners': opened(`${WORKSPACE_PATH}/erase`),
};
