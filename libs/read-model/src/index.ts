/**
 * The tables made for reading, as MikroORM entities, and how far they are behind the log. Everything here can be thrown
 * away and built again; it must not know what an event means.
 */
export { lags, liveLags, type Lag } from './lag.js';
export { listParked, type Parked } from './list-parked.js';
export { listReplays, type RunningReplay } from './list-replays.js';
export { PositionWaiter } from './position-waiter.js';
export { announce } from './announcement.js';
export { queryable } from './queryable.js';
export { ReadModel, type Transaction } from './read-model.js';
export { ReadModelModule } from './read-model.module.js';
export { ReadModelReadiness } from './read-model.readiness.js';
export { NEEDED_MIGRATION } from './needed-migration.js';
export { generationSchema, liveSchema, SEARCH_PATH, TODO_LISTS, type Shape } from './shapes.js';
export { createOrm } from './orm.js';
export { Checkpoint } from './tables/checkpoint.js';
export { Generation } from './tables/generation.js';
export { ParkedStream } from './tables/parked-stream.js';
