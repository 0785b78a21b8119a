// Boxes that choose to-dos: how many are ticked, and Shift for all between two. Only those get this file who choose; boxes are sent
// with their form without it as well.

const boxes = () => [...document.querySelectorAll('input.choose')];

/** The to-dos that are chosen, by their ids: a page that comes meanwhile knows nothing of them. */
let chosen = new Set();

/** The box that was clicked last: a range begins there. */
let last;

/** All from the box that was clicked before to this one become as this one is. */
function tickRange(box) {
  const all = boxes();
  const ends = [all.indexOf(last), all.indexOf(box)].toSorted((one, other) => one - other);
  if (ends[0] < 0) return;
  for (const between of all.slice(ends[0], ends[1] + 1)) between.checked = box.checked;
}

function tell() {
  const output = document.querySelector('#chosen output');
  if (output) output.textContent = words.count.replace('{count}', chosen.size);
}

/** Those that are not on the page any more are not chosen either. */
function remember() {
  chosen = new Set(boxes().flatMap(({ checked, value }) => (checked ? [value] : [])));
  tell();
}

// Behind morph.js, which has listened before.
addEventListener('morph', () => {
  for (const box of boxes()) box.checked = chosen.has(box.value);
  remember();
});

/** A click on a box. */
export function take({ type, target, shiftKey }) {
  if (type !== 'click') return;
  if (shiftKey) tickRange(target);
  last = target;
  remember();
}
