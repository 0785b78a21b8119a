// Who else looks at the same list.

const placeIn = (page) => page.getElementById('present');

function showPeople(people) {
  const place = placeIn(document);
  if (!place) return;
  const names = new Intl.ListFormat(document.documentElement.lang).format(people);
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
