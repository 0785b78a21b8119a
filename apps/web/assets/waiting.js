// What has not reached the server yet: it is shown on the page as pending, tried again, and survives a reload.

/** The tasks of app.js that wait for an answer. */
let queue = [];

/** Not those of plain forms, among which are passwords: nothing of them stays in the browser. */
const fieldsOfThePage = () =>
  [...document.querySelectorAll('input[id]:not([type=hidden]), textarea')].filter(
    ({ form }) => form?.dataset.plain === undefined,
  );
const placeOfTyped = () => `typed ${location.pathname}`;
const placeOfUnsent = () => `unsent ${location.pathname}`;
/** Another page may be shown in place: then what waits is kept for that one. */
let keptAt = placeOfUnsent();

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null; // The browser keeps nothing for this page, or what it kept cannot be read.
  }
}

function write(key, value) {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The same: then a reload loses what was typed, as it does without this file.
  }
}

function keep() {
  const posts = queue.filter(({ body }) => body);
  const typed = fieldsOfThePage()
    .filter((field) => field.value !== field.defaultValue || field.ariaInvalid)
    .filter((field) => !posts.some(({ holds }) => holds(field)))
    .map(({ id, value }) => [id, value]);
  write(placeOfTyped(), typed.length > 0 ? typed : undefined);
  const unsent = posts.map(({ url, body }) => [url, [...body]]);
  write(keptAt, undefined);
  keptAt = placeOfUnsent();
  write(keptAt, unsent.length > 0 ? unsent : undefined);
}

function restore() {
  for (const [id, value] of read(placeOfTyped()) ?? []) {
    const field = document.getElementById(id);
    if (field && field.value === field.defaultValue) giveBack(field, value);
  }
  // Last, because to send something is to keep what is on the page.
  for (const post of read(placeOfUnsent()) ?? []) sendFields(post);
}

/** Where it can be seen. */
function giveBack(field, value) {
  field.value = value;
  field.closest('details')?.setAttribute('open', '');
}

/** As a form with this command id: sent before a reload, it is done once even if it had been received. */
function sendFields([url, fields]) {
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: url, hidden: true });
  form.dataset.each = '';
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  form.requestSubmit();
  form.remove();
}

/** A row at the end of the list for each to-do that is on its way. The server's page takes their place. */
function showPending() {
  for (const row of document.querySelectorAll('.pending')) row.remove();
  const url = document.getElementById('add-todo')?.getAttribute('action');
  const rows = queue.flatMap(({ body, url: to }) => {
    if (body && to === url) return pending(body.get('title'));
    return body && to === `${url}/lines` ? body.get('lines').split('\n').map(pending) : [];
  });
  if (rows.length > 0) listOfTodos()?.append(...rows);
}

function pending(title) {
  const row = document.createElement('li');
  row.className = 'todo pending';
  row.dir = document.querySelector('#todos > .todo')?.dir || 'auto';
  row.ariaBusy = 'true';
  const mark = Object.assign(document.createElement('span'), { className: 'check', role: 'img' });
  mark.ariaLabel = words.saving;
  const text = Object.assign(document.createElement('span'), { className: 'title', textContent: title });
  row.append(mark, text);
  return row;
}

function listOfTodos() {
  const list = document.getElementById('todos');
  const empty = document.querySelector('main > .empty');
  if (list || !empty) return list;
  const created = Object.assign(document.createElement('ul'), {
    id: 'todos',
    className: 'todos',
    role: 'list',
  });
  empty.before(created);
  return created;
}

/** The direction of somebody's text stays inside: see src/words/quoted.ts. */
const quoted = (text) =>
  words.quoted.replace('{text}', () => `\u2068${text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`);

const TEXTS = ['title', 'name', 'item', 'lines'];

/** Enough to know what it is about: what is said must not cover the page. */
const FEW = 2;
const brief = ([...letters]) =>
  letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : letters.join('');

function unsavedWords() {
  const posts = queue.filter(({ body }) => body);
  const texts = posts.map(({ body }) => TEXTS.map((name) => body.get(name)).find(Boolean)).filter(Boolean);
  if (posts.length === 0) return words.unanswered;
  if (texts.length === 0) return words['unsaved-last'];
  return words[texts[1] ? 'unsaved-more' : 'unsaved-one'].replace('{texts}', () =>
    [...texts.slice(0, FEW).map((text) => quoted(brief(text))), ...(texts[FEW] ? ['…'] : [])].join(', '),
  );
}

function sayUnsaved() {
  const said = unsavedWords();
  const note = document.getElementById('unsaved');
  const { firstElementChild: text } = note;
  if (text.textContent !== said) text.textContent = said; // or it would be read out at each try
  note.hidden = false;
}

let failures = 0;
let nextTry;

/** Soon at first, then ever more rarely, up to once a minute. */
function tryLater() {
  clearTimeout(nextTry);
  nextTry = setTimeout(() => dispatchEvent(new Event('retry')), Math.min(1_000 * 2 ** failures, 60_000));
  failures += 1;
}

addEventListener('unanswered', ({ detail }) => {
  queue = detail;
  sayUnsaved();
  tryLater();
});
addEventListener('queue', ({ detail }) => {
  queue = detail;
  failures = 0;
  showPending();
  keep();
});
addEventListener('input', keep);
addEventListener('send', ({ detail }) => sendFields(detail));
addEventListener('pagehide', keep);
restore();
