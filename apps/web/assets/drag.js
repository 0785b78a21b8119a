// Rows of a list are dragged by their handles: with a mouse, a finger or the keyboard. Only those get this file who use a handle. It
// posts the form that "Move up" and "Move down" post as well, so that nobody needs it.

const EDGE = 56; // pixels from either end of the window within which the page scrolls
const CALM = 4; // the more, the slower it scrolls

/** Tells each step to who cannot see it. It is there before the first of them, or that would not be read. */
const steps = document.createElement('div');
Object.assign(steps, { className: 'hidden', role: 'status', ariaLive: 'assertive' });
document.body.append(steps);

/** The row that is dragged, and where; undefined when none is. */
let drag;

function pickUp(handle, pointer) {
  const row = handle.closest('li');
  drag = look({ row, handle, pointer, list: row.parentNode });
  const title = row.querySelector('.title').textContent;
  steps.textContent = say(words['picked-up'], { title, place: drag.first.place });
  draw(drag);
}

function goTo(to) {
  if (to !== drag.to) {
    drag.to = to;
    steps.textContent = placeOf(drag).place;
  }
  draw(drag);
}

const follow = () => goTo(placeAtPointer(drag));

function step(by) {
  goTo(placeBeside(drag, by));
  drag.row.scrollIntoView({ block: 'nearest' });
}

/** While it is held near an end of the window. */
function scroll() {
  if (!drag?.pointer) return;
  const { y } = drag.pointer;
  const beyond = Math.min(y - EDGE, 0) + Math.max(y - innerHeight + EDGE, 0);
  if (beyond) {
    scrollBy(0, beyond / CALM);
    follow();
  }
  requestAnimationFrame(scroll);
}

function end(told) {
  drawAsBefore(drag);
  drag = undefined;
  steps.textContent = told;
}

function putBack() {
  end(words.back);
}

function drop() {
  const { row, items, from, to, first } = drag;
  const stands = placeOf(drag);
  end(say(words.dropped, stands));
  if (stands.above === first.above) return;
  // The others are moved, not the row: its handle keeps the focus.
  if (to > from) row.before(...items.slice(from + 1, to + 1));
  else row.after(...items.slice(to, from));
  post(row, stands);
}

/** Behind the row above, whatever comes in between meanwhile; the first one stands before the next. */
function post(row, { above, below }) {
  const act = document.getElementById('act');
  const list = act.elements.onList.value;
  // As if it had been typed: dropped there once more, it is meant once more.
  act.elements.commandId.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const place = above ? ['behind', idOf(above)] : ['before', idOf(below)];
  const fields = [...new FormData(act), ['listId', list], ['from', list], place];
  const url = row
    .querySelector('.check')
    .getAttribute('formaction')
    .replace(/[^/]+$/, 'move');
  dispatchEvent(new CustomEvent('send', { detail: [url, fields] }));
}

const idOf = (row) => row.id.slice(2); // behind "t-"

/** After an answer, or somebody else, has changed the page: what is dragged stays in the hand, if it is still there. */
function resume() {
  if (!drag) return;
  const { row, handle, list, pointer } = drag;
  const { above } = placeOf(drag);
  if (!list.isConnected || row.parentNode !== list || !row.contains(handle)) return putBack();
  const others = withoutRow(look(drag));
  if (pointer) follow();
  else goTo(others.includes(above) ? others.indexOf(above) + 1 : drag.from);
}

const KEYS = { ArrowUp: () => step(-1), ArrowDown: () => step(1), Escape: putBack };

function press(event) {
  if (!drag) return;
  const isHeldDown = event.key === 'Enter' && event.repeat;
  if (KEYS[event.key] || isHeldDown) event.preventDefault();
  KEYS[event.key]?.();
}

function hold({ target, pointerId, button, clientY: y }) {
  const handle = target.closest('.handle');
  if (drag || button !== 0 || !handle.isConnected || !capture(handle, pointerId)) return;
  handle.focus({ preventScroll: true }); // not every browser does so by itself
  pickUp(handle, { id: pointerId, y, grip: y - handle.closest('li').getBoundingClientRect().top });
  requestAnimationFrame(scroll);
}

/** Not what was over before this file was there. */
function capture(handle, pointerId) {
  try {
    handle.setPointerCapture(pointerId);
    return handle.hasPointerCapture(pointerId);
  } catch {
    return false;
  }
}

function lead({ clientY }) {
  drag.pointer.y = clientY;
  follow();
}

const POINTER = { pointermove: lead, pointerup: drop, pointercancel: putBack };
for (const [type, act] of Object.entries(POINTER)) {
  addEventListener(type, (event) => drag?.pointer?.id === event.pointerId && act(event));
}
addEventListener('keydown', press);
for (const type of ['queue', 'morph']) addEventListener(type, resume);
// Not at once: while the page changes, the focus may be lost and found again.
addEventListener('focusout', () =>
  queueMicrotask(() => {
    const isLeft = document.hasFocus() && drag?.handle !== document.activeElement;
    if (drag && !drag.pointer && isLeft) putBack();
  }),
);

/** What happens to a handle. A click by the keyboard, or by what stands for one, is no click of a pointer. */
export function take(event) {
  const { type, detail, target } = event;
  if (type === 'pointerdown') hold(event);
  else if (type !== 'click' || detail > 0 || !target.isConnected) return;
  else if (drag) drop();
  else pickUp(target.closest('.handle'));
}
