// Everything works without this file. With it, forms are posted and links marked data-inline are loaded in place, one
// after the other, and the page that answers is morphed into the present one by morph.js.

/** What is still to be sent, oldest first. A task leaves the queue only when the server has answered it. */
const queue = [];
let sending;

const byId = (id) => document.getElementById(id);
const textFieldsIn = (node) => [...(node?.querySelectorAll('input:not([type=hidden]), textarea') ?? [])];
const commandIdOf = (field) => field.form?.elements.commandId?.value;
const addressOf = ({ pathname, search }) => pathname + search;
let shown = new URL(location);
const MOST_AFTER = 60_000; // bytes

function post(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const url = button?.getAttribute('formaction') ?? form.getAttribute('action');
  button?.setAttribute('aria-busy', 'true');
  const [field] = form.matches('[data-add]') ? textFieldsIn(form) : [];
  field?.focus();
  field?.select(); // what is typed next replaces what is on its way
  const isMeant = 'each' in form.dataset || ['title', 'name', 'note', 'item'].some((name) => body.has(name)); // again, with another id
  const content = [url, ...body].filter(([name]) => isMeant || name !== 'commandId').join('&');
  const holds = (text) => text.value === body.get(text.name) && commandIdOf(text) === body.get('commandId');
  enqueue({ url, body, form, button, content, holds });
}

/**
 * A second click on what already waits is no second command, but a reason to try again. All forms of a page have one
 * command id until somebody types: the server tells commands apart by their content as well.
 */
function enqueue(task) {
  if (!queue.some(({ content }) => content === task.content)) queue.push(task);
  tell('queue');
  send();
}

/** Tells waiting.js, which shows what is on its way. */
function tell(type) {
  dispatchEvent(new CustomEvent(type, { detail: queue }));
}

function send() {
  sending ??= sendAll().finally(() => (sending = undefined));
}

async function sendAll() {
  while (queue.length > 0) {
    const [task] = queue;
    if (task.leave) return location.assign(queue.shift().url);
    const answer = await request(task);
    task.button?.removeAttribute('aria-busy');
    if (!answer) return tell('unanswered');
    queue.shift();
    show(task, answer);
    tell('queue');
  }
}

/** The page that answers, or nothing when the server cannot be reached or cannot answer now. */
async function request({ url, body }) {
  const headers = { accept: 'text/html' };
  // Browsers send nothing that is longer after a page has gone.
  const keepalive = !(String(body).length > MOST_AFTER);
  const init = { method: body ? 'POST' : 'GET', body, headers, keepalive };
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (isUnanswered(answer, body) || !page.getElementById('main')) return undefined;
    // A page that answers a post without a redirect has no address of its own.
    const own = !body || answer.redirected;
    return {
      page,
      own,
      address: new URL(own ? answer.url : shown),
      refused: [409, 422].includes(answer.status),
    };
  } catch {
    return undefined;
  }
}

/** What leads on to another page was saved, whatever that page says. */
const isUnanswered = ({ status, redirected }, body) =>
  [502, 503, 504].includes(status) && !(body && redirected);

function show(task, { page, own, address, refused }) {
  const leaving = address.pathname !== shown.pathname;
  for (const field of textFieldsIn(task.form)) settle(field, task, refused);
  const unsent = leaving ? [] : textFieldsIn(document).filter((field) => field.value !== field.defaultValue);
  const isNewer = !dispatchEvent(new CustomEvent('answered', { detail: page, cancelable: true }));
  // Nothing is posted again: what was posted has led on to this address.
  if (own && isNewer && [...queue, ...unsent].length === 0) return location.assign(address);
  byId('unsaved').hidden = true;
  setAddress(address, leaving, task.push);
  const detail = { page, unsent, leaving, refused };
  dispatchEvent(new CustomEvent('morph', { detail }));
  bringIntoView(task);
}

/** What a form has led to, and what a link is about. */
function bringIntoView({ body, url }) {
  if (body) byId('did')?.scrollIntoView({ block: 'nearest' });
  byId(new URL(url, location).hash.slice(1))?.scrollIntoView({ block: 'center' });
}

/** What the server has seen is not unsent any more; if refused, what was typed since must not push it out. */
function settle(field, { body, holds }, refused) {
  if (holds(field)) field.defaultValue = field.value;
  else if (refused) field.value = `${body.get(field.name)} ${field.value}`;
}

function setAddress(address, leaving, push) {
  for (const name of ['seen', 'did', 'left', 'in']) address.searchParams.delete(name);
  shown = address;
  if (addressOf(address) === addressOf(location)) return;
  history[leaving || push ? 'pushState' : 'replaceState'](null, '', address);
  if (leaving) scrollTo(0, 0);
}

const isPlain = (click) => !['button', 'metaKey', 'ctrlKey', 'shiftKey', 'altKey'].some((key) => click[key]);

function follow(event) {
  const link = event.target.closest('a[href]:not([href^="#"])');
  const inline = link?.dataset.inline;
  if (!link || !isPlain(event) || (inline === undefined && !sending)) return;
  event.preventDefault();
  for (const field of textFieldsIn(link.closest('[data-draft]'))) field.value = field.defaultValue; // it is closed
  enqueue({ url: link.href, content: link.href, leave: inline === undefined, push: inline === 'push' });
}

if (globalThis.Idiomorph) {
  const reload = () => enqueue({ url: location.href, content: location.href });
  setAddress(new URL(location));
  byId('unsaved').lastElementChild.addEventListener('click', send);
  addEventListener('submit', (event) => {
    if (event.target.method !== 'post' || 'plain' in event.target.dataset) return;
    event.preventDefault();
    post(event.target, event.submitter);
  });
  addEventListener('click', follow);
  for (const again of ['online', 'retry']) addEventListener(again, send);
  addEventListener('popstate', () => addressOf(location) !== addressOf(shown) && reload());
  addEventListener('pageshow', (event) => event.persisted && reload());
  addEventListener('beforeunload', (event) => queue.some(({ body }) => body) && event.preventDefault());
}
