/** The schema: every migration there is, and bringing a database up to the last of them. */
export { migrations } from './list.js';
export { migrate, NewerSchemaError } from './migrate.js';
