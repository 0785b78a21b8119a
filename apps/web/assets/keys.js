// Single letters as shortcuts. Only those get this file who have them switched on; each does what a link, a button or a field of the
// page does, so that nobody needs them.

/** What is walked over: to-dos, or lists. */
const ROW = '.todos > li[id], .cards > li';
const rows = () =>
  [...document.querySelectorAll(ROW)].map((row) => row.querySelector('.edit, h2 a')).filter(Boolean);
const current = () => rows().findIndex((link) => link.closest(ROW).contains(document.activeElement));
const click = (selector) => document.querySelector(selector)?.click();

/** Focuses a row: the first one when none is, and none beyond the last. */
function walk(by) {
  const all = rows();
  const from = current();
  all[from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)]?.focus();
}

/** In the row that has the focus. */
function pressIn(selector) {
  rows()[current()]?.closest('li').querySelector(selector)?.click();
}

/** The rows that are to be chosen when the page has boxes for it. */
const toChoose = new Set();

function choose() {
  const row = rows()[current()]?.closest('li');
  const several = document.querySelector('.several');
  if (row && several) toChoose.add(row.id);
  (several ?? row?.querySelector('.choose'))?.click();
}

// Behind morph.js, which has listened before.
addEventListener('morph', () => {
  for (const id of toChoose) {
    const box = document.getElementById(id)?.querySelector('.choose');
    if (box && toChoose.delete(id)) box.click();
  }
});

function add() {
  const field = document.getElementById('add') ?? document.getElementById('create');
  field?.focus();
}

/** In the field where there is one, else on the page that has it. */
function search() {
  const field = document.getElementById('q');
  if (field) field.select();
  else click('#nav .find');
}

const KEYS = {
  q: [words.add, add],
  j: [words.next, () => walk(1)],
  k: [words.previous, () => walk(-1)],
  x: [words.choose, choose],
  c: [words.done, () => pressIn('.check')],
  e: [words.edit, () => pressIn('.edit')],
  u: [words.undo, () => click('#did form button')],
  '/': [words.search, search],
  'g t': [words.today, () => click('#nav [data-to=today]')],
  'g l': [words.lists, () => click('#nav [data-to=lists]')],
  'g b': [words.trash, () => click('#nav [data-to=trash]')],
  'g w': [words.workspace, () => click('#nav [data-workspaces]')],
  '?': [words.help, help],
};

function help() {
  const dialog = document.createElement('dialog');
  dialog.id = 'keys';
  dialog.setAttribute('aria-label', words.keys);
  const list = document.createElement('dl');
  for (const [keys, [what]] of Object.entries(KEYS)) list.append(cell('dt', keys), cell('dd', what));
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  form.append(list, Object.assign(cell('button', words.close), { autofocus: true }));
  dialog.append(form);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}

const cell = (name, textContent) => Object.assign(document.createElement(name), { textContent });

/** Where letters are text, or choose something. */
const TAKES_LETTERS = 'input:not([type=checkbox], [type=radio]), textarea, select, dialog, [popover]';

const MODIFIERS = ['ctrlKey', 'metaKey', 'altKey', 'isComposing'];
const isForPage = (event) => !MODIFIERS.some((name) => event[name]) && !event.target.closest?.(TAKES_LETTERS);

let before = '';

/** Does what a key is for. */
export function take(event) {
  if (!isForPage(event)) return;
  const { key } = event;
  const [, act] = KEYS[`${before} ${key}`.trim()] ?? KEYS[key] ?? [];
  before = key === 'g' ? key : '';
  if (!act) return;
  event.preventDefault(); // or the letter would stand in the field
  act();
}
