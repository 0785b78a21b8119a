// Scripts that most pages do without: each is loaded when it is first needed, and handed the events that it is for.

const loading = {};

/** Without a connection there is none; the next event tries again. */
function hand(event, address) {
  loading[address] ??= import(address).catch(() => delete loading[address]);
  void loading[address].then(({ take }) => take?.(event));
}

const { keys } = document.body.dataset;
if (keys) addEventListener('keydown', (event) => hand(event, keys));

for (const type of ['pointerdown', 'focusin', 'click']) {
  addEventListener(type, (event) => {
    const list = event.target.closest?.('.handle, .choose')?.closest('[data-script]');
    if (list) hand(event, list.dataset.script);
  });
}
// Handles do nothing without this file: see drag.css.
document.documentElement.classList.add('scripted');
