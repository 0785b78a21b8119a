import { numberOfParts } from '../number-of-parts.js';
import type { ReplayProgress } from './replay-progress.js';

export interface ReplayOptions {
  readonly connections?: number;
  readonly gentle?: boolean;
  /** The generation that was live stays, and goes on being folded. */
  readonly keepOld?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReplayProgress) => void;
}

/** The same with everything said. */
export type Settled = Required<Omit<ReplayOptions, 'keepOld'>>;

export function withDefaults({ gentle = false, connections, signal, onProgress }: ReplayOptions): Settled {
  return {
    gentle,
    connections: gentle ? 1 : numberOfParts(connections),
    signal: signal ?? new AbortController().signal,
    onProgress: onProgress ?? (() => undefined),
  };
}
