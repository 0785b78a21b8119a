import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import { sql, type AliasedRawBuilder } from 'kysely';
import { tableOf, type RowOf } from './table.js';

type Selected<Entity extends EntitySchemaWithMeta, Property extends keyof RowOf<Entity> & string> = {
  readonly [Each in Property]: AliasedRawBuilder<RowOf<Entity>[Each], Each>;
}[Property];

/** The columns of these properties for a `select`, each named after its property. */
export function selection<Entity extends EntitySchemaWithMeta, Property extends keyof RowOf<Entity> & string>(
  entity: Entity,
  properties: readonly Property[],
): readonly Selected<Entity, Property>[] {
  const names = new Map(tableOf(entity).columns.map(({ property, name }) => [property, name] as const));
  return properties.map((property) => {
    const column = sql<RowOf<Entity>[Property]>`${sql.ref(names.get(property) ?? property)}`;
    return column.as(property);
  });
}
