// Shows what is understood while somebody types a to-do. Without this file, the page that follows shows it.

const PAUSE = 120; // milliseconds: shorter than a look, longer than between two letters of who types fast

/** Words that somebody wants in the title: they stay there while the text changes around them. */
const refused = new Set();
const remember = () =>
  document.querySelectorAll('#understood :checked').forEach(({ value }) => refused.add(value));
remember();
let timer;
let reading = new AbortController();
/** What was said last beside a text, of the command with this id: each change makes it another one. */
let sent;
/** The text of which the page shows what was understood. */
let shown = '';

const field = () => document.getElementById('add');
const place = () => document.getElementById('understood');

async function read() {
  clearTimeout(timer);
  reading.abort();
  reading = new AbortController();
  const { form, value } = field() ?? {};
  if (!form) return;
  if (value.trim() === '') return clear();
  const body = new URLSearchParams({ title: value });
  for (const words of refused) body.append('refused', words);
  try {
    const answer = await fetch(form.dataset.read, { method: 'POST', body, signal: reading.signal });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'), value);
  } catch {
    // There is a newer text, or no connection: what is sent is read in the same way.
  }
}

/** Nothing is typed any more: nobody need be asked what that says. */
function clear() {
  place().replaceChildren();
  refused.clear();
  say('');
}

function show(page, text) {
  if (field()?.value !== text) return;
  shown = text;
  Idiomorph.morph(place(), page.getElementById('understood'));
  say(place().querySelector('[data-said]')?.dataset.said ?? '');
}

/** The same again would be read out again; another page may be in place, where nothing is added. */
function say(words) {
  const said = document.getElementById('understood-said');
  if (said && said.textContent !== words) said.textContent = words;
}

function later({ isComposing }) {
  clearTimeout(timer);
  if (!isComposing) timer = setTimeout(() => void read(), PAUSE);
}

/** Each event that on-demand.js has for this file. */
export function take(event) {
  if (event.type === 'input') later(event);
}

const isOurs = ({ target }) => target.form === field()?.form;

addEventListener('compositionend', (event) => isOurs(event) && later(event));

addEventListener('change', (event) => {
  const { name, value, checked } = event.target;
  if (name !== 'refused' || !isOurs(event)) return;
  if (checked) refused.add(value);
  else refused.delete(value);
  void read();
});

// Whoever sees what is understood while typing need not be asked, nor wait for it: the server reads the same text in the same way.
addEventListener('formdata', ({ target, formData }) => {
  if (target !== field()?.form) return;
  const text = formData.get('title');
  const id = formData.get('commandId');
  // What is sent once more, without a change, is the same command: also if more is known of its text by then.
  if (sent?.id !== id)
    sent = { id, refused: [...refused], readAt: shown === text ? formData.get('readAt') : null };
  formData.delete('readAt');
  if (sent.readAt) formData.set('readAt', sent.readAt);
  formData.set('read', text);
  formData.delete('refused');
  for (const words of sent.refused) formData.append('refused', words);
});

addEventListener('submit', ({ target }) => {
  if (target !== field()?.form) return;
  clearTimeout(timer);
  reading.abort();
  refused.clear();
});

// The page that answers shows nothing of a text that has been typed meanwhile.
addEventListener('morph', () => {
  remember();
  const { value, defaultValue } = field() ?? {};
  if (value && value !== defaultValue) void read();
  else if (!place()?.querySelector('[data-said]')) say('');
});
