import { checkpoints } from './checkpoints.js';
import { generations } from './generations.js';
import { parkedStreams } from './parked-streams.js';

/** The tables with the progress of all projections. */
export const PROGRESS = [checkpoints, generations, parkedStreams] as const;
