const PARTS = { usual: 2, most: 4 };

/**
 * How many parts of the log are processed in parallel. More parts would only wait for the one thread that
 * folds, and for connections: each part takes two.
 */
export function numberOfParts(asked = PARTS.usual): number {
  return Math.min(asked, PARTS.most);
}
