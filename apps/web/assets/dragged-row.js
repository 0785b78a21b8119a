// A row that is dragged, and what it passes. This stands in front of drag.js, as one file with it.

/** A text of the catalogue, which has them in front of this file, with what stands in its places. */
export const say = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);

/** Between to-dos stands what the page tells of one of them. */
export const isTodo = (item) => item.matches('.todo:not(.pending)');

export const withoutRow = ({ items, row }) => items.filter((item) => item !== row);

/** Where the row would stand among the to-dos of the page if it was dropped now. */
export function placeOf(dragged) {
  const { row, to } = dragged;
  const todos = withoutRow(dragged).toSpliced(to, 0, row).filter(isTodo);
  const nth = todos.indexOf(row);
  const place = say(words.place, { nth: nth + 1, total: todos.length });
  return { above: todos[nth - 1], below: todos[nth + 1], place };
}

/** Looked at once, before anything moves; and again when the page has changed under the hand that drags. */
export function look(dragged) {
  const { list, row } = dragged;
  const items = [...list.children].filter((item) => !item.matches('.pending'));
  const from = items.indexOf(row);
  const tops = items.map(({ offsetTop }) => offsetTop - list.offsetTop);
  const heights = items.map(({ offsetHeight }) => offsetHeight);
  Object.assign(dragged, { items, from, to: from, tops, heights });
  return Object.assign(dragged, { first: placeOf(dragged) });
}

/** How far the row is from where it stood: where the pointer is, or in its new place. */
export function offsetOf({ list, pointer, tops, heights, from, to }) {
  const passed = to < from ? heights.slice(to, from) : heights.slice(from + 1, to + 1);
  if (!pointer) return passed.reduce((sum, height) => sum + height, 0) * Math.sign(to - from);
  const top = pointer.y - pointer.grip - list.getBoundingClientRect().top;
  const lowest = tops.at(-1) + heights.at(-1) - heights[from];
  return Math.min(Math.max(top, tops[0]), lowest) - tops[from];
}

/** The place where the pointer is: beyond each row of which the dragged one covers the middle. */
export function placeAtPointer(dragged) {
  const { tops, heights, from } = dragged;
  const top = tops[from] + offsetOf(dragged);
  const middle = (nth) => tops[nth] + heights[nth] / 2;
  let to = from;
  while (to < tops.length - 1 && top + heights[from] > middle(to + 1)) to += 1;
  while (to > 0 && top < middle(to - 1)) to -= 1;
  return to;
}

/** One to-do further, past whatever else stands between. */
export function placeBeside(dragged, by) {
  const others = withoutRow(dragged);
  let { to } = dragged;
  do to += by;
  while (to > 0 && to < others.length && !isTodo(by < 0 ? others[to] : others[to - 1]));
  return Math.min(Math.max(to, 0), others.length);
}

/** Nothing is moved within the page before it is dropped: until then rows are only drawn elsewhere. */
export function draw(dragged) {
  const { list, row, items, heights, from, to } = dragged;
  list.classList.add('dragging');
  row.classList.add('dragged');
  items.forEach((item, nth) => {
    const goesUp = from < nth && nth <= to;
    const goesDown = to <= nth && nth < from;
    shift(item, (Number(goesDown) - Number(goesUp)) * heights[from]);
  });
  shift(row, offsetOf(dragged));
}

/** Rows are drawn where they stand again. */
export function drawAsBefore({ list, row, items }) {
  list.classList.remove('dragging');
  row.classList.remove('dragged');
  for (const item of items) shift(item, 0);
}

const shift = (item, pixels) => (item.style.transform = pixels ? `translateY(${pixels}px)` : '');
