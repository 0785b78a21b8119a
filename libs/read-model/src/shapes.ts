import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import { SEARCH } from './tables/search.js';
import { TODO_LISTS } from './tables/todo-lists.js';

/** Identifies the set of tables of a projection that a version of the code writes and reads. */
export interface Shape {
  readonly name: string;
  /** Raise it when the same events should make different rows. */
  readonly version: number;
}

interface ShapeWithTables extends Shape {
  readonly entities: readonly EntitySchemaWithMeta[];
}

/** The tables that this version of the code reads. All of them have different names. */
export const SHAPES: readonly ShapeWithTables[] = [TODO_LISTS, SEARCH];

/**
 * Those without which a process shows nothing. It is ready when they are live, and no page waits for others: while the tables of
 * the search are being built, only the search says so.
 */
export const NEEDED_SHAPES: readonly ShapeWithTables[] = [TODO_LISTS];

/**
 * The name of the schema with the live tables. A generation goes live when its schema gets this name: this
 * locks no table, and statements that are running at that moment finish on the old tables.
 */
export function liveSchema({ name, version }: Shape): string {
  return `${schemaName(name)}_v${version}`;
}

/** The name of the schema of a generation that is being built or kept. */
export function generationSchema({ name }: Shape, generation: number): string {
  return `${schemaName(name)}_g${generation}`;
}

const schemaName = (projection: string) => projection.replaceAll('-', '_');

/**
 * The search path with which statements find the live tables by their plain names. `public` comes first: only
 * migrations create objects there, so nothing that a worker creates can take the place of one of ours.
 */
export function searchPathOf(shapes: readonly Shape[]): string {
  return ['public', ...shapes.map(liveSchema)].join(',');
}

export const SEARCH_PATH = searchPathOf(SHAPES);
