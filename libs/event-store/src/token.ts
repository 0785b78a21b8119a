import { SHARD_COUNT } from './workspaces.js';

/** A place in the log that a page can wait for: written `shard:position`. */
export interface Token {
  readonly shard: number;
  readonly position: number;
}

export function formatToken({ shard, position }: Token): string {
  return `${shard}:${position}`;
}

/** The token that a text stands for, or undefined when it is none. */
export function parseToken(text: string): Token | undefined {
  const [, shard, position] = /^(\d{1,2}):(\d{1,15})$/.exec(text) ?? [];
  return shard === undefined || position === undefined || Number(shard) >= SHARD_COUNT
    ? undefined
    : { shard: Number(shard), position: Number(position) };
}
