// The workspaces as a menu on any page. Without this file, the same link leads to a page that lists them.

const MARGIN = 4; // pixels between the link and the menu

let menu;

const isPlainClick = (click) =>
  !['button', 'metaKey', 'ctrlKey', 'shiftKey', 'altKey'].some((key) => click[key]);

/** As /workspaces has them. @throws when something else is answered, as when nobody is signed in */
async function load(address) {
  const answer = await fetch(address, {
    headers: { accept: 'text/html' },
    signal: AbortSignal.timeout(5_000),
  });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const links = page.querySelectorAll('#workspaces a.to');
  if (links.length === 0) throw new Error('No workspaces');
  return [...links].map(({ attributes, textContent }) => item(attributes.href.value, textContent));
}

function item(href, textContent) {
  const link = Object.assign(document.createElement('a'), { href, textContent, dir: 'auto' });
  if (`${location.pathname}/`.startsWith(`${link.pathname}/`)) link.ariaCurrent = 'true';
  const row = document.createElement('li');
  row.append(link);
  return row;
}

/** Loaded when it is first opened. */
async function make(address) {
  const list = Object.assign(document.createElement('ul'), { role: 'list' });
  list.append(...(await load(address)), item(address, words['all-workspaces']));
  const made = Object.assign(document.createElement('nav'), { id: 'workspace-menu', popover: 'auto' });
  made.ariaLabel = words.workspaces;
  made.append(list);
  document.body.append(made);
  return made;
}

async function open(link) {
  try {
    menu ??= await make(link.href);
  } catch {
    location.assign(link.href);
    return;
  }
  const { bottom, left } = link.getBoundingClientRect();
  Object.assign(menu.style, { top: `${bottom + MARGIN}px`, left: `${left}px` });
  menu.showPopover();
  menu.querySelector('a').focus();
}

function toggle(event) {
  const link = event.target.closest?.('a[data-workspaces]');
  if (!link || !isPlainClick(event)) return;
  event.preventDefault();
  // What is on its way is not waited for: nobody leaves the page yet.
  event.stopPropagation();
  if (menu?.matches(':popover-open')) menu.hidePopover();
  else void open(link);
}

// Before the others: app.js takes links over while something is being sent.
if ('popover' in HTMLElement.prototype) addEventListener('click', toggle, true);
