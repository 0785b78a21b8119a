// Shows what is found while somebody types. Without this file, the form leads to the same page.

const form = document.getElementById('search');
const { q: field } = form.elements;

const PAUSE = 120; // milliseconds: shorter than a look, longer than between two letters of who types fast

let timer;
let asked = 0;
let shown = 0;

const addressOf = (text) => `${form.action}?${new URLSearchParams({ q: text })}`;

async function search() {
  clearTimeout(timer);
  const turn = (asked += 1);
  const address = addressOf(field.value);
  try {
    const headers = { accept: 'text/html' };
    const answer = await fetch(address, { headers, signal: AbortSignal.timeout(20_000) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // An answer that comes late must not take the place of a newer one.
    if (turn > shown) show(page, address, turn);
  } catch {
    // The next letter tries again; and so does the button, which then leads to the browser's own words.
    form.dataset.unanswered = '';
  }
}

function show(page, address, turn) {
  const found = page.getElementById('found');
  // Nobody is signed in any more, or the server has no answer: the browser says so.
  if (!found) return location.assign(address);
  shown = turn;
  delete form.dataset.unanswered;
  document.getElementById('found').replaceWith(found);
  document.getElementById('search-said').textContent = page.getElementById('search-said').textContent;
  document.getElementById('notice').replaceWith(page.getElementById('notice'));
  document.title = page.title;
  history.replaceState(null, '', address);
}

function later({ isComposing }) {
  clearTimeout(timer);
  if (!isComposing) timer = setTimeout(() => void search(), PAUSE);
}

field.addEventListener('input', later);
// Behind the last letter of a word that was put together from several.
field.addEventListener('compositionend', later);
form.addEventListener('submit', (event) => {
  if ('unanswered' in form.dataset) return;
  event.preventDefault();
  void search();
});
