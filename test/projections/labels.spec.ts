import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { DomainEvent } from '#libs/domain';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { todoLists, verifyTables } from '#libs/projections';
import { Projecting } from '../support/projecting.js';

/** The labels of a workspace are one stream, which has its id, and a row for each of them. */
const [shop, home, other] = [randomUUID(), randomUUID(), randomUUID()];

const created = (labelId: string, name: string): DomainEvent => ({
  type: 'LabelCreated',
  data: { labelId, name, colour: 'red' },
});

/** Each with what people see of it afterwards. */
const STEPS: readonly (readonly [DomainEvent, object])[] = [
  [created(shop, 'Shop'), { Shop: 'Shop' }],
  [created(home, 'Home'), { Shop: 'Shop', Home: 'Home' }],
  [
    { type: 'LabelRenamed', data: { labelId: home, name: 'House' } },
    { Shop: 'Shop', House: 'House' },
  ],
  [
    { type: 'LabelMerged', data: { labelId: shop, into: home } },
    { Shop: 'House', House: 'House' },
  ],
  [
    { type: 'LabelRecoloured', data: { labelId: home, colour: 'blue' } },
    { Shop: 'House', House: 'House' },
  ],
  [
    { type: 'LabelRemoved', data: { labelId: home } },
    { Shop: null, House: null },
  ],
  [created(other, 'Other'), { Shop: null, House: null, Other: 'Other' }],
  [
    { type: 'LabelRestored', data: { labelId: home } },
    { Shop: 'House', House: 'House', Other: 'Other' },
  ],
  [
    { type: 'LabelUnmerged', data: { labelId: shop } },
    { Shop: 'Shop', House: 'House', Other: 'Other' },
  ],
];

let projecting: Projecting;
beforeAll(async () => {
  projecting = await Projecting.open();
});
afterAll(() => projecting.close());

const rows = async () =>
  (
    await sql`
      select id, name, colour, removed_at, merged_into, shown_as, version from labels order by id`.execute(
      projecting.readModel.kysely,
    )
  ).rows;

async function seen(): Promise<object> {
  const { rows: shown } = await sql<{ readonly name: string; readonly as: string | null }>`
    select had.name, shown.name as "as" from labels had left join labels shown on shown.id = had.shown_as`.execute(
    projecting.readModel.kysely,
  );
  return Object.fromEntries(shown.map(({ name, as }) => [name, as]));
}

it('each event changes the rows of the labels that it is about, and of what was merged into them', async () => {
  for (const [event, expected] of STEPS) {
    await projecting.append([[DEFAULT_WORKSPACE, event]]);
    await projecting.project();
    expect(await seen()).toEqual(expected);
  }
});

it('folded in one batch and event by event, the rows are the same, and verified', async () => {
  const before = await rows();
  expect(before).toHaveLength(3);
  expect(before).toContainEqual(expect.objectContaining({ name: 'House', colour: 'blue', removed_at: null }));
  for (const batch of [1, 1_000]) {
    await projecting.forget();
    await projecting.project(batch);
    expect(await rows()).toEqual(before);
  }
  const { differences } = await verifyTables(projecting.readModel, { projection: todoLists }, { limit: 9 });
  expect(differences).toEqual([]);
});

it('a row that is another than the log says is found', async () => {
  await sql`update labels set name = 'Ghost' where id = ${other}`.execute(projecting.readModel.kysely);
  const { differences } = await verifyTables(projecting.readModel, { projection: todoLists }, { limit: 9 });
  expect(differences).toMatchObject([{ table: 'labels', column: 'name', expected: 'Other', found: 'Ghost' }]);
});
