import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { AgendaScene, day, duesOn, groupsOn, titlesOn, weekday } from '../support/agenda-scene.js';
import { setDate } from '../support/set-date.js';
import { until } from '../support/until.js';
import { todosOn } from '../support/visitor.js';

describe('today', () => {
  let scene: AgendaScene;
  beforeAll(async () => {
    scene = await AgendaScene.open();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.close());

  it('is what is overdue and what is due on this day, in the order in which it is due', async () => {
    await scene.add('Bins', day(0));
    await scene.add('Call', day(0), '18:00');
    await scene.add('Rent', day(-1));
    await scene.add('Early', day(0), '08:00');
    await scene.add('Post', day(1));
    const html = await scene.see('/');
    expect(html).toContain('<h1>Today</h1>');
    expect(html).toContain(weekday(0));
    // As the word of a group is, isolated names have marks around them.
    expect(groupsOn(html)).toEqual([
      ['Overdue', 'Rent', 'Early'],
      ['Today', 'Call', 'Bins'],
    ]);
    expect(duesOn(html)).toEqual(['Overdue: yesterday', 'Overdue: today, 08:00', 'Today, 18:00', 'Today']);
  });

  it('is from all workspaces of its reader, with where it is, and from no others', async () => {
    const club = await scene.createList(
      String((await scene.mia.post('/workspaces', { name: 'Club' })).headers.location),
      'Beds',
    );
    const other = await scene.home.add('Ben', 'owner');
    const theirs = String((await other.browser.post('/workspaces', { name: 'Theirs' })).headers.location);
    const { headers } = await scene.command(`${theirs}/lists`, { name: 'Secret' }, other.browser);
    const secret = String(headers.location).split('?')[0];
    const added = await scene.command(`${secret}/todos`, { title: 'Hidden' }, other.browser);
    const [hidden] = todosOn(await scene.see(String(added.headers.location), other.browser));
    await scene.command(
      `${theirs}/todos/${hidden?.id}/schedule`,
      { dueDate: day(0), from: '' },
      other.browser,
    );
    await until(async () => titlesOn(await scene.see('/', other.browser)).includes('Hidden'));
    await scene.add('Water', day(0), '', club);
    await scene.add('Bins', day(0));
    const html = await scene.see('/');
    expect(titlesOn(html).toSorted()).toEqual(['Bins', 'Water']);
    expect(html).toContain(`<a href="${club.at}/lists/${club.id}"><bdi>Beds</bdi></a> · <bdi>Club</bdi>`);
    expect(groupsOn(await scene.see('/?by=list')).map(([, ...all]) => all)).toHaveLength(2);
  });

  it('is list by list, if its reader wants it so', async () => {
    const garden = await scene.createList(scene.chores.at, 'Garden');
    await scene.add('Bins', day(0));
    await scene.add('Water', day(-2), '', garden);
    await scene.add('Rent', day(-1));
    expect(groupsOn(await scene.see('/?by=list'))).toEqual([
      ['Garden', 'Water'],
      ['Chores', 'Rent', 'Bins'],
    ]);
  });

  it('is nothing that is done, or in the trash, or in a list in the trash', async () => {
    const garden = await scene.createList(scene.chores.at, 'Garden');
    await scene.add('Water', day(0), '', garden);
    const [bins, rent] = [await scene.add('Bins', day(0)), await scene.add('Rent', day(0))];
    await scene.follow(await scene.command(`${bins}/complete`));
    await scene.follow(await scene.command(`${rent}/remove`));
    expect(titlesOn(await scene.see('/'))).toEqual(['Water']);
    await scene.follow(await scene.command(`${garden.at}/lists/${garden.id}/remove`));
    const html = await scene.see('/');
    expect(titlesOn(html)).toEqual([]);
    expect(html).toContain('Nothing due today');
    expect(html).toContain(`href="${scene.chores.at}"><span>To the lists of <bdi>Flat</bdi></span></a>`);
  });

  it('is the day where its reader is', async () => {
    await scene.add('Bins', day(0));
    const zoned = async (zone: string) => {
      await scene.home.run(`update accounts set time_zone = '${zone}'`);
      return duesOn(await scene.see('/'));
    };
    setDate(`${day(-1)}T11:00:00Z`);
    expect(await zoned('UTC')).toBeUndefined();
    expect(await zoned('Pacific/Kiritimati')).toEqual(['Today']);
    setDate(`${day(1)}T09:00:00Z`);
    expect(await zoned('Pacific/Kiritimati')).toEqual(['Overdue: yesterday']);
    expect(await zoned('Etc/GMT+12')).toEqual(['Today']);
  });

  it('is a time that was meant elsewhere, on whatever day it is here', async () => {
    await scene.home.run(`update accounts set time_zone = 'Pacific/Kiritimati'`);
    await scene.add('Call', day(1), '01:00');
    await scene.home.run(`update accounts set time_zone = 'UTC'`);
    setDate(`${day(-1)}T23:00:00Z`);
    expect(titlesOn(await scene.see('/'))).toEqual([]);
    setDate(`${day(0)}T00:00:00Z`);
    expect(duesOn(await scene.see('/'))).toEqual(['Today, 11:00']);
  });

  it('is only to be looked at by who may only look', async () => {
    await scene.add('Bins', day(0));
    await scene.home.run(`update memberships set role = 'viewer'`);
    const html = await scene.see('/');
    expect(titlesOn(html)).toEqual(['Bins']);
    expect(html).not.toContain('formaction');
  });

  it('says how many more there are than it shows', async () => {
    const { headers } = await scene.command(`${scene.chores.at}/lists/${scene.chores.id}/todos`, {
      title: 'Last',
    });
    await scene.see(String(headers.location));
    const todos = `${liveSchema(TODO_LISTS)}.todos`;
    await scene.home.run(`
      insert into ${todos} (id, workspace_id, list_id, former_list_ids, title, priority, note, note_version, label_ids, sort_order, created_at, due_on,
                            occurrences_over, checklist, item_count, ticked_count, version, position, changed_at)
      select gen_random_uuid(), workspace_id, list_id, '{}', 'One of many', 'none', '', 0, '{}', sort_order, now(), '${day(-9)}',
             0, '[]', 0, 0, 1, 1, now()
      from ${todos}, generate_series(1, 203) where title = 'Last'`);
    const html = await scene.see('/');
    expect(todosOn(html)).toHaveLength(100);
    expect(html).toContain('103 more are due.');
  });

  it('hears of what others do if its reader has one workspace, and says as of when it is', async () => {
    const alone = await scene.see('/');
    expect(alone).toContain(`data-live="${scene.chores.at}/live"`);
    expect(alone).toContain('id="as-of" class="as-of">As of 12:00 UTC.');
    await scene.mia.post('/workspaces', { name: 'Club' });
    const several = await scene.see('/');
    expect(several).not.toContain('data-live');
    expect(several).toContain('class="as-of still">As of 12:00 UTC.');
  });
});
