import { numberOfParts } from '../number-of-parts.js';
import type { ReplayProgress } from './replay-progress.js';

export interface ReplayOptions {
  readonly connections?: number;
  readonly gentle?: boolean;
  /** Keeps the generation that was live before, and keeps it up to date. */
  readonly keepOld?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReplayProgress) => void;
}

/** The options that a replay needs, with their defaults filled in. */
export type ReplaySettings = Required<Omit<ReplayOptions, 'keepOld'>>;

export function withDefaults({
  gentle = false,
  connections,
  signal,
  onProgress,
}: ReplayOptions): ReplaySettings {
  return {
    gentle,
    connections: gentle ? 1 : numberOfParts(connections),
    signal: signal ?? new AbortController().signal,
    onProgress: onProgress ?? (() => undefined),
  };
}
