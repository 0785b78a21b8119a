// Scripts that most pages do without: each is loaded when it is first needed, and handed the events that it is for.

const loading = {};
const failures = {};

function hand(event, address) {
  // A browser does not ask again for what it could not get, but for another address it does.
  const again = failures[address] ? `?again=${failures[address]}` : '';
  loading[address] ??= import(address + again).catch((error) => {
    // The next event tries again. Without a connection that is all; what cannot be read is a mistake of ours.
    delete loading[address];
    failures[address] = (failures[address] ?? 0) + 1;
    if (!(error instanceof TypeError)) reportError(error);
    return {};
  });
  void loading[address].then(({ take }) => take?.(event));
}

const { keys } = document.body.dataset;
if (keys) addEventListener('keydown', (event) => hand(event, keys));

// In what is being edited, some parts are to show what others have changed.
addEventListener('changed', (event) => {
  const part = document.querySelector('[data-fresh]');
  if (part) hand(event, part.dataset.fresh);
});

for (const type of ['pointerdown', 'focusin', 'click', 'input']) {
  addEventListener(type, (event) => {
    const list = event.target.closest?.('.handle, .choose, #add')?.closest('[data-script]');
    if (list) hand(event, list.dataset.script);
  });
}
// Handles do nothing without this file: see drag.css.
document.documentElement.classList.add('scripted');
