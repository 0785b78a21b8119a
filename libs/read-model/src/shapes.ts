/** The tables of a projection in the shape that a version of the code writes and reads. */
export interface Shape {
  readonly name: string;
  /** Raised when the same events are to give other rows. */
  readonly version: number;
}

/** Lists with their counters, to-dos and the trash: everything that the pages show. */
export const TODO_LISTS: Shape = { name: 'todo-lists', version: 1 };

export const SHAPES: readonly Shape[] = [TODO_LISTS];

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
 * Where this version of the code looks for tables: so statements name them plainly, and read what is live. What is ours
 * comes first: a migration makes things there, and nothing that a worker makes is taken for it.
 */
export const SEARCH_PATH = `public,${liveSchema(TODO_LISTS)}`;
