// A page that others have changed takes the place of the present one, around what its reader is doing.

const byId = (id) => document.getElementById(id);

/** What is being edited, and what the page tells of what its reader has just done. */
const STILL = '[data-draft], #did, [id^="said-"]';

const QUIET = 20_000; // milliseconds between two announcements

const topOf = (row) => row.getBoundingClientRect().top;
const ROWS = '.todos > li[id], .cards > li';
const inUse = () =>
  document.activeElement?.closest(ROWS) ??
  [...document.querySelectorAll(ROWS)].find((row) => row.matches(':hover'));

function take(page) {
  const before = byId('main').innerText;
  for (const node of document.querySelectorAll(`:is(main, #notice) :is(${STILL})`)) keep(node, page);
  for (const field of page.querySelectorAll('[autofocus]'))
    field.autofocus &&= byId(field.id)?.autofocus ?? false;
  arrange(byId('todos'), page.getElementById('todos'));
  const hold = holdStill();
  morph(page);
  hold();
  if (before !== byId('main').innerText) announce();
}

/** Nothing is touched that somebody is in, and who is nowhere is led nowhere. */
function morph(page) {
  const { activeElement } = document;
  const unsent = textFields().filter(
    (field) => field === activeElement || field.value !== field.defaultValue,
  );
  const isNewer = !dispatchEvent(new CustomEvent('answered', { detail: page, cancelable: true }));
  if (isNewer && unsent.length === 0 && !document.querySelector(STILL)) return location.reload();
  const isNowhere = activeElement === document.body;
  dispatchEvent(new CustomEvent('morph', { detail: { page, unsent, isNowhere, still: STILL } }));
}

const textFields = () => [...document.querySelectorAll('input:not([type=hidden]), textarea')];

/** Puts a node of this page into the next one: in the place of what is there, else behind what stands before it. */
function keep(node, page) {
  const copy = page.importNode(node, true);
  const other = page.getElementById(node.id);
  if (other) return other.replaceWith(copy);
  let before = node.previousElementSibling;
  while (before && !page.getElementById(before.id)) before = before.previousElementSibling;
  if (before) page.getElementById(before.id).after(copy);
  else parentFor(node, page).prepend(copy);
}

/** Where there are no to-dos any more, there is no list of them either. */
function parentFor({ parentNode }, page) {
  const parent = page.getElementById(parentNode.id);
  if (parent) return parent;
  const copy = page.importNode(parentNode, false);
  page.querySelector('main > .empty').replaceWith(copy);
  return copy;
}

/**
 * Moves rows around the one that is in use, as they stand on the next page: a row that is moved itself would lose the focus,
 * and the text that an input method is composing.
 */
function arrange(list, next) {
  const used = inUse();
  if (!list || !next || !used) return;
  const order = [...next.children].map(({ id }) => byId(id)).filter((row) => row?.parentNode === list);
  const at = order.indexOf(used);
  const isSame = order.every(
    (row, index) => index === 0 || order[index - 1].compareDocumentPosition(row) & 4,
  );
  if (at < 0 || isSame) return;
  used.before(...order.slice(0, at));
  list.append(...order.slice(at + 1));
}

/** What one looks at stays where it is, whatever comes in above it. */
function holdStill() {
  const seen = [...document.querySelectorAll(ROWS)].filter(
    (row) => topOf(row) >= 0 && topOf(row) < innerHeight,
  );
  const used = seen.indexOf(inUse());
  // At the top of the page, one looks at what comes in.
  const first = used < 0 && scrollY === 0 ? seen.length : Math.max(used, 0);
  const tops = seen.slice(first).map((row) => [row, topOf(row)]);
  return () => {
    const [row, top] = tops.find(([each]) => each.isConnected) ?? [];
    if (row) scrollBy({ top: topOf(row) - top, behavior: 'instant' });
  };
}

let announced = -QUIET;

/** Not each of many changes: who reads the page by ear would hear nothing else. */
function announce() {
  if (performance.now() - announced < QUIET) return;
  announced = performance.now();
  const news = byId('news');
  news.textContent = words.changed;
  setTimeout(() => (news.textContent = ''), QUIET / 2);
}

addEventListener('changed', ({ detail }) => take(detail));
