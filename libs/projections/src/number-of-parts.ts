const PARTS = { usual: 2, most: 4 };

/**
 * That a pool needs: two for each part, and those with the lock of a replay, the shared snapshot, and the progress.
 */
export const MOST_CONNECTIONS = 2 * PARTS.most + 3;

/**
 * How many parts of the log are processed in parallel. More parts would only wait for the one thread that
 * folds, and for connections: each part takes two.
 */
export function numberOfParts(asked = PARTS.usual): number {
  return Math.min(asked, PARTS.most);
}
