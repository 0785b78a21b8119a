import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const HOME = WORKSPACE_PATH.slice(3);

describe('garbanzo workspace', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await run(['account', 'create', 'ben@example.org', 'Ben']);
  });
  afterAll(() => test.drop());

  const run = (args: readonly string[]) => garbanzo(args, { DATABASE_URL: test.url });
  const workspace = (...args: string[]) => run(['workspace', ...args]);

  it('list and members tell what there is, and who is in it', async () => {
    const { stdout } = await workspace('list');
    expect(stdout).toMatch(new RegExp(`^id +name +members +created\n${HOME} +Home +1 +20`));
    expect(JSON.parse((await workspace('list', '--json')).stdout)).toHaveLength(2);
    expect((await workspace('members', HOME)).stdout).toMatch(
      /^email +name +role +since\nmia@example\.org +Mia +owner +20\S+ \S+\n$/,
    );
    expect(JSON.parse((await workspace('members', HOME, '--json')).stdout)).toMatchObject([
      { email: 'mia@example.org', role: 'owner', isDisabled: false },
    ]);
  });

  it.each([
    ['no id', ['members', 'home'], 2, 'home is no id of a workspace.\n'],
    [
      'an id of none',
      ['members', '0193a000-0000-7000-8000-00000000000f'],
      1,
      'There is no workspace 0193a000-0000-7000-8000-00000000000f.\n',
    ],
    ['nothing', [], 2, 'What of workspaces? garbanzo workspace list|members\n'],
  ])('says what is wrong with %s', async (_, args, code, stderr) => {
    expect(await workspace(...args)).toEqual({ code, stdout: '', stderr });
  });
});
