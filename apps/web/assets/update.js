// After an update of the app, pages name another style and another script than the page that is open.

const inHead = (page, selector) => page.head.querySelector(selector);

/** A new script cannot take over from those that run, but comes with a page that is loaded. */
const hasNewScript = (page) =>
  [...page.head.querySelectorAll('[type=module]')].some(
    (script) => !inHead(document, `[src="${script.getAttribute('src')}"]`),
  );

/** The style of the page that answers, beside the old one until it is there. */
function takeStyle(page) {
  const style = inHead(page, '[rel=stylesheet]');
  if (!style || inHead(document, `[href="${style.getAttribute('href')}"]`)) return;
  const old = document.head.querySelectorAll('[rel=stylesheet]');
  const link = document.importNode(style);
  link.addEventListener('load', () => old.forEach((each) => each.remove()));
  link.addEventListener('error', () => link.remove());
  document.head.append(link);
}

addEventListener('answered', (event) => {
  takeStyle(event.detail);
  if (hasNewScript(event.detail)) event.preventDefault();
});
