// Who else looks at the same list.

const placeIn = (page) => page.getElementById('present');

function showPeople(people) {
  const place = placeIn(document);
  if (!place) return;
  const names = new Intl.ListFormat(document.documentElement.lang).format(people);
  const words = people.length > 1 ? place.dataset.many : place.dataset.one;
  place.textContent = people.length > 0 ? words.replace('{people}', () => names) : '';
}

/** The next page knows nothing of who looks at the present one. */
function takeAlong(page) {
  const next = placeIn(page);
  if (next) next.textContent = placeIn(document)?.textContent ?? '';
}

addEventListener('people', ({ detail }) => showPeople(detail));
addEventListener('answered', ({ detail }) => takeAlong(detail));
