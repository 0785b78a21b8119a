/** Whether one letter too many, too few or another one, or two that changed places, make one word of the other. */
export function isOneEditAway(one: string, other: string): boolean {
  const [left, right] = [Array.from(one), Array.from(other)];
  while (left.length > 0 && left[0] === right[0]) {
    left.shift();
    right.shift();
  }
  while (left.length > 0 && left.at(-1) === right.at(-1)) {
    left.pop();
    right.pop();
  }
  if (Math.max(left.length, right.length) === 1) return true;
  return left.length === 2 && right.length === 2 && left.toReversed().join('') === right.join('');
}
