// What others change, as soon as it is saved. The server tells over a stream that something has changed, never what: the
// page is asked for again, and take-over.js puts it in the place of the present one.

const byId = (id) => document.getElementById(id);

const BETWEEN = 100; // milliseconds between two requests, at least
const ELSEWHERE = 2_000; // the same, for what only stands beside this page
const LONGEST = 10_000;
const PATIENCE = 3_000; // without a connection, until it is said

/** A token is `shard:position`. */
const shownBy = (main) => main?.dataset.shown?.split(':').map(Number) ?? [];
const shown = () => shownBy(byId('main'))[1];
const isBehind = () => wanted > shown();

let stream;
/** Where it comes from. */
let path;
let isGone = false;
let failures = 0;
let nextTry;
/** Since when the page hears of nothing. */
let lostAt = new Date();
let staleIn;
/** The position that was heard of last, from which the stream goes on. */
let heard = 0;
/** The position of the last change that concerns this page. */
let wanted = 0;
let elsewhere;
/** What of the reader's own is on its way: the page that answers shows it. */
let queue = [];

function connect() {
  const { live } = byId('main').dataset;
  if (stream || isGone || !live || document.hidden) return;
  const address = new URL(live, location);
  address.searchParams.set('from', Math.max(heard, shown()));
  stream = new EventSource(address);
  path = live;
  staleIn ??= setTimeout(sayStale, PATIENCE);
  for (const type of ['here', 'changed', 'reload']) stream.addEventListener(type, hear);
  stream.addEventListener('present', ({ data }) => tellPeople(JSON.parse(data).people));
  stream.addEventListener('error', lose);
  stream.addEventListener('gone', leave);
}

/** Tells present.js, which says who else looks at the page. */
function tellPeople(detail) {
  dispatchEvent(new CustomEvent('people', { detail }));
}

function disconnect() {
  stream?.close();
  stream = undefined;
  clearTimeout(staleIn);
  staleIn = undefined;
  miss();
}

/** From now on, the page may not show what others change. */
function miss() {
  lostAt ??= new Date();
  tellPeople([]);
}

/** Who may not read this any more is told so by the next page. */
function leave() {
  isGone = true;
  disconnect();
  sayStale();
}

/** Most browsers come back by themselves, except when the server has refused. */
function lose() {
  miss();
  staleIn ??= setTimeout(sayStale, PATIENCE);
  if (stream.readyState !== EventSource.CLOSED) return;
  stream = undefined;
  clearTimeout(nextTry);
  nextTry = setTimeout(connect, Math.min(1_000 * 2 ** failures, LONGEST));
  failures += 1;
}

function sayStale() {
  const note = byId('stale');
  // `14:03`, as both languages write it, in the zone that its reader has chosen.
  const { zone: timeZone } = byId('main').dataset;
  const time = lostAt.toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone });
  note.firstElementChild.textContent = words['as-of'].replace('{time}', time);
  note.hidden = false;
}

function find() {
  clearTimeout(staleIn);
  staleIn = lostAt = undefined;
  failures = 0;
  byId('stale').hidden = true;
}

function hear({ type, data, lastEventId }) {
  find();
  heard = Number(lastEventId);
  if (type === 'reload' || (type === 'changed' && isAbout(JSON.parse(data)))) wanted = heard;
  else if (type === 'changed') elsewhere ??= setTimeout(wantAll, ELSEWHERE);
  askAgain();
}

/** Unhurried, and once for many changes. */
function wantAll() {
  elsewhere = undefined;
  wanted = Math.max(wanted, heard);
  askAgain();
}

/** Pages of no list are about all of them, and a label may be on any. */
function isAbout({ lists, labels }) {
  const list = new URL(path, location).searchParams.get('list');
  return labels || list === null || lists.includes(list);
}

let isAsking = false;
let pause = BETWEEN;

/** Its reader has been asked something, or is on the way to the server: what answers is newer. */
const isBusy = () => queue.length > 0 || byId('errors');

/** One request at a time. What the page shows already, such as what its reader has done, needs none. */
function askAgain() {
  if (isAsking || isBusy() || !isBehind()) return;
  const begun = performance.now();
  isAsking = true;
  void ask()
    .catch(() => false)
    .then((isShown) => {
      pause = isShown ? BETWEEN : Math.min(pause * 2, LONGEST);
      return setTimeout(goOn, begun + pause - performance.now());
    });
}

function goOn() {
  isAsking = false;
  askAgain();
}

/** Whether the page need not be asked for again, as far as is known. */
async function ask() {
  const target = wanted;
  const address = new URL(location);
  for (const name of ['edit', 'did']) address.searchParams.delete(name);
  address.searchParams.set('seen', `${shownBy(byId('main'))[0]}:${target}`);
  address.hash = '';
  const asked = location.href;
  const init = { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(20_000) };
  const page = new DOMParser().parseFromString(await (await fetch(address, init)).text(), 'text/html');
  const [, position] = shownBy(page.getElementById('main'));
  // Meanwhile its reader may have gone on.
  const isOver = isBusy() || asked !== location.href || target <= shown();
  if (!isOver && position >= target) dispatchEvent(new CustomEvent('changed', { detail: page }));
  return isOver || position >= target;
}

/** Another page may be shown in place, which hears of another list. */
function follow() {
  if (path !== byId('main').dataset.live) {
    disconnect();
    heard = 0;
  }
  connect();
}

addEventListener('queue', ({ detail }) => {
  queue = detail;
  if (queue.length > 0) return;
  follow();
  askAgain();
});
addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
addEventListener('pagehide', disconnect);
addEventListener('pageshow', connect);
addEventListener('offline', () => {
  if (!stream) return;
  disconnect();
  sayStale();
});
addEventListener('online', connect);
connect();
