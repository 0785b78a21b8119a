import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailScene, ORIGIN } from '../support/mail-scene.js';
import { pathIn, type MailServer } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { startWeb } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

describe('an invitation for an address', () => {
  let scene: MailScene;
  let mail: MailServer;
  let mia: Person;
  beforeAll(async () => {
    scene = await MailScene.start(startWeb);
    ({ mail } = scene);
    mia = new Person(scene.web, SOMEBODY.token);
  });
  afterAll(() => scene.close());

  const invite = (email: string) =>
    mia.postAndFollow(`${WORKSPACE_PATH}/invitations`, { role: 'member', days: '7', uses: 'one', email });

  it('is sent there, and leads to who invites to what', async () => {
    const { text } = await invite('ben@example.org');
    expect(text).toContain('It is being sent to <bdi>ben@example.org</bdi>');
    const sent = await mail.to('ben@example.org');
    expect(sent.text).toMatch(/Mia.{0,6} would like to share the lists of .{0,6}Home/);
    const { status, text: page } = await new Person(scene.web).open(pathIn(sent, ORIGIN));
    expect(status).toBe(200);
    expect(page).toContain('Mia');
  });

  it('is sent to nobody when there is no address', async () => {
    const before = mail.recipients.length;
    const { text } = await invite('');
    expect(text).toContain('id="new-link"');
    expect(text).not.toContain('is being sent');
    expect(mail.recipients).toHaveLength(before);
  });
});
