import fc from 'fast-check';
import { ROLES } from '#libs/accounts';

const PEOPLE = 3;
const WORKSPACES = 3;

const who = fc.nat(PEOPLE - 1);
const where = fc.nat(WORKSPACES - 1);
/** Among those that there are by then, in whatever workspace. */
const one = fc.nat(50);

const change = <Name extends string>(does: Name) =>
  fc.record({ does: fc.constant(does), who, where, list: one, todo: one });

/** What may happen to people and to what they have, also what they must not do. */
export const step = fc.oneof(
  {
    arbitrary: fc.record({ does: fc.constant('join' as const), who, where, role: fc.constantFrom(...ROLES) }),
    weight: 4,
  },
  { arbitrary: fc.record({ does: fc.constant('leave' as const), who, where }), weight: 3 },
  change('add-list'),
  change('add-todo'),
  change('move'),
  change('remove-todo'),
  change('remove-list'),
  change('restore-list'),
);

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
export type Change = Extract<Step, { readonly list: number }>;
export type Joining = Exclude<Step, Change>;
