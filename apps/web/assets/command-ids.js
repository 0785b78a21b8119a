// What is typed again is meant again: a text that somebody has typed is another command than the one before, though it
// may be the same text. A form that is sent twice, by a second click or after an outage, stays one command.

const SHARED = 14; // digits and hyphens before the version: the time

/** The other digits of a uuid, at random. */
function renewed(id) {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${id.slice(0, SHARED)}7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}

addEventListener('input', ({ target }) => {
  const id = target.form?.elements.namedItem('commandId');
  if (id) id.value = renewed(id.value);
});
