const PARTS = { usual: 2, most: 4 };

/**
 * How many parts of the log are worked on side by side. More would only wait for the one thread that folds them, and for
 * connections, of which a part takes two.
 */
export function numberOfParts(asked = PARTS.usual): number {
  return Math.min(asked, PARTS.most);
}
