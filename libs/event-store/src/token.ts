import { SHARD_COUNT } from './workspaces.js';

/** A position in a shard of the log that a page can wait for, written `shard:position`. */
export interface Token {
  readonly shard: number;
  readonly position: number;
}

export function formatToken({ shard, position }: Token): string {
  return `${shard}:${position}`;
}

/** Parses a token; undefined if the text is not one. */
export function parseToken(text: string): Token | undefined {
  const [, shard, position] = /^(\d{1,2}):(\d{1,15})$/.exec(text) ?? [];
  return shard === undefined || position === undefined || Number(shard) >= SHARD_COUNT
    ? undefined
    : { shard: Number(shard), position: Number(position) };
}
