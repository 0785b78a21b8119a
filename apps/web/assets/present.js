// Who else looks at the same list.

const placeIn = (page) => page.getElementById('present');

/** The direction of a name stays inside. */
const isolated = (name) => `\u2068${name}\u2069`;

function showPeople(people) {
  const place = placeIn(document);
  if (!place) return;
  const names = new Intl.ListFormat(document.documentElement.lang).format(people.map(isolated));
  const text = words[people.length > 1 ? 'look-too' : 'looks-too'];
  place.textContent = people.length > 0 ? text.replace('{people}', () => names) : '';
}

/** The next page knows nothing of who looks at the present one. */
function takeAlong(page) {
  const next = placeIn(page);
  if (next) next.textContent = placeIn(document)?.textContent ?? '';
}

addEventListener('people', ({ detail }) => showPeople(detail));
addEventListener('answered', ({ detail }) => takeAlong(detail));
