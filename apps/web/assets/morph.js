// A page takes the place of the present one, which is morphed into it: focus, scroll and unsent text stay.

const byId = (id) => document.getElementById(id);

/** What matches `still` stays as it is. */
function morph({ page, unsent, leaving, refused, isNowhere, still = ':not(*)' }) {
  const focus = leaving ? focusFirst(page) : focusNearby(page, refused, unsent);
  for (const id of ['nav', 'notice', 'main']) {
    Idiomorph.morph(byId(id), page.getElementById(id), { callbacks: keeping(unsent, still) });
  }
  document.title = page.title;
  if (!isNowhere) focus();
}

const idAskingForFocus = (page) => page.querySelector('main [autofocus]')?.id;

/** On another page: what asks for the focus, or the beginning. */
function focusFirst(page) {
  const asking = idAskingForFocus(page) ?? 'main';
  return () => byId(asking).focus();
}

/** On the same page: what newly asks for the focus, unless somebody is typing; else only when the morph has lost it. */
function focusNearby(page, refused, unsent) {
  const asking = idAskingForFocus(page);
  const isNew = asking && (refused || !byId(asking)?.autofocus);
  const isTyping = unsent.includes(document.activeElement);
  const nearest = controlsNear(document.activeElement);
  return () => {
    const isLost = document.activeElement.matches('body, [hidden] *');
    if (isNew && !isTyping) byId(asking).focus();
    else if (isLost) (nearest() ?? byId('add') ?? byId('main')).focus();
  };
}

const isDraft = (node) => node.dataset?.draft !== undefined;
const goesWith = ({ form }, other) => ['from', 'commandId'].includes(other.name) && other.form === form;

/** A field with unsent text keeps it, and what is being edited stays open even if the server knows nothing of it. */
function keeping(unsent, still) {
  const isKept = (node) => unsent.some((field) => node.contains(field));
  // An unsent text stays with the text that it was made from, and with the command id under which it may be on its way.
  const isUnsent = (node) => unsent.some((field) => field === node || goesWith(field, node));
  return {
    beforeAttributeUpdated: (name, node, change) =>
      // What somebody has opened they close.
      !(name === 'open' && change === 'remove') &&
      (name !== 'aria-busy' || node.localName === 'li') &&
      !(name === 'value' && isUnsent(node)),
    beforeNodeMorphed: (old, next) =>
      !old.matches?.(still) && !(isDraft(old) && !isDraft(next) && isKept(old)),
    beforeNodeRemoved: (old) => !isKept(old),
  };
}

/** What is told beside a row leads to the row that it is about. */
const placeIn = ({ id, dataset }) => dataset.about ?? id;

/** Finds, after the morph, the same kind of control in its row, else in those that followed, else in those before. */
function controlsNear(control) {
  const row = control.closest('li[id], .list-head, [data-about]');
  const rows = [...(row?.parentNode.children ?? [])].map(placeIn);
  const nearest = [...rows.splice(rows.indexOf(row && placeIn(row))), ...rows.toReversed()];
  const kinds = [`.${control.classList[0] ?? 'edit'}`, '.edit', '.up, .down', control.localName];
  return () => nearest.flatMap((id) => kinds.map((kind) => byId(id)?.querySelector(kind))).find(Boolean);
}

addEventListener('morph', ({ detail }) => morph(detail));
