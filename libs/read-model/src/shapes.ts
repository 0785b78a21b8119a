import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import { TODO_LISTS } from './tables/todo-lists.js';

/** The tables of a projection in the shape that a version of the code writes and reads. */
export interface Shape {
  readonly name: string;
  /** Raised when the same events are to give other rows. */
  readonly version: number;
}

interface ShapeWithTables extends Shape {
  readonly entities: readonly EntitySchemaWithMeta[];
}

/** What this version of the code reads. No two tables of them have the same name. */
export const SHAPES: readonly ShapeWithTables[] = [TODO_LISTS];

/**
 * The schema with the tables that are read. Going live is taking this name: no table is locked for it, and a statement
 * that runs at that moment ends on the tables it began with.
 */
export function liveSchema({ name, version }: Shape): string {
  return `${schemaName(name)}_v${version}`;
}

/** The schema of a generation that is not live: being built, or kept. */
export function generationSchema({ name }: Shape, generation: number): string {
  return `${schemaName(name)}_g${generation}`;
}

const schemaName = (projection: string) => projection.replaceAll('-', '_');

/**
 * Where statements find tables: so they name them plainly, and read what is live. What is ours comes first: a migration
 * makes things there, and nothing that a worker makes is taken for it.
 */
export function searchPathOf(shapes: readonly Shape[]): string {
  return ['public', ...shapes.map(liveSchema)].join(',');
}

export const SEARCH_PATH = searchPathOf(SHAPES);
