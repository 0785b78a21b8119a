// What others change in an editor that is open: take-over.js leaves it as it is, this asks for its parts that need not stay.

const shownBy = (page) => page.getElementById('main').dataset.shown;
const positionOf = (page) => Number(shownBy(page).split(':')[1]);

/** One after the other. */
let last = Promise.resolve();

export function take({ detail }) {
  last = last.then(() => refresh(shownBy(detail))).catch(() => {}); // the next change asks again
}

async function refresh(seen) {
  const asked = location.href;
  const address = new URL(asked);
  address.searchParams.set('seen', seen);
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Meanwhile its reader may have gone on.
  if (asked !== location.href || positionOf(page) < positionOf(document)) return;
  for (const part of document.querySelectorAll('[data-fresh]')) {
    const next = page.getElementById(part.id);
    if (next) Idiomorph.morph(part, next, { callbacks });
  }
}

/** What its reader is in, or has typed into. */
const isInUse = (field) => field === document.activeElement || field.value !== field.defaultValue;
const holdsText = (node) => [...node.querySelectorAll('input:not([type=hidden])')].some(isInUse);

const callbacks = {
  // A text that is being typed stays with what it was made from, and what somebody has opened they close.
  beforeAttributeUpdated: (name, node) =>
    name !== 'open' && !(name === 'value' && node.form && holdsText(node.form)),
  beforeNodeRemoved: (node) => !node.querySelectorAll || !holdsText(node),
};
