// How typing feels. Everything works without this file: it uses the forms and links of the page.

const draftOf = (node) => node.closest?.('[data-draft]');
const isBlank = (field) => field.value.trim() === '';

/**
 * Asks in a dialog of the page.
 * @returns the answer that was chosen; '' when none was, as with Escape
 */
function ask(question, ...answers) {
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  form.method = 'dialog';
  dialog.setAttribute('aria-label', question);
  const text = document.createElement('p');
  text.textContent = question;
  const buttons = answers.map((answer) => Object.assign(document.createElement('button'), buttonFor(answer)));
  buttons[0].className = 'primary';
  form.append(text, ...buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

const buttonFor = (answer) => ({ value: answer, textContent: answer });

/** When an editor was opened, in milliseconds on the clock of events. */
let opened = -Infinity;
const DOUBLE_CLICK = 300;

/** A title is changed at its end more often than at its beginning, where browsers put the caret. */
function goToTheEnd(field) {
  if (!draftOf(field) || !field.matches('input[autofocus]') || field.selectionEnd > 0) return;
  field.setSelectionRange(field.value.length, field.value.length);
  opened = performance.now();
}

/** The second click on a title must not press whatever the editor has put in its place. */
function ignoreSecondClick(event) {
  if (!draftOf(event.target) || event.detail < 2 || event.timeStamp - opened > DOUBLE_CLICK) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

async function close(draft) {
  // What was refused stands there as if it had come with the page.
  const isTyped = [...draft.querySelectorAll('input:not([type=hidden]), textarea')].some(
    ({ value, defaultValue, ariaInvalid }) => value !== defaultValue || ariaInvalid,
  );
  if (isTyped && (await ask(words['discard-typed'], words['keep-editing'], words.discard)) !== words.discard)
    return;
  draft.querySelector('a.button').click();
}

/** What is said of one sentence, which several lines are not. */
const OF_SENTENCE = new Set(['title', 'read', 'readAt', 'refused']);

async function pasteLines(field, lines) {
  const count = countTodos(lines);
  const many = count > 1 ? words['add-lines'].replace('{count}', count) : words['add-checklist'];
  const one = words['one-line'];
  const { selectionStart, selectionEnd } = field;
  const answer = await ask(words.pasted.replace('{count}', lines.length), many, one);
  const typed = field.value;
  const inOne = lines.map((line) => line.trim()).join(' ');
  if (answer === one) field.setRangeText(inOne, selectionStart, selectionEnd, 'end');
  if (answer !== many) return;
  field.dispatchEvent(new InputEvent('input', { bubbles: true })); // another command than the one before
  const fields = [...new FormData(field.form)].filter(([name]) => !OF_SENTENCE.has(name));
  const detail = [`${field.form.getAttribute('action')}/lines`, [...fields, ['lines', lines.join('\n')]]];
  dispatchEvent(new CustomEvent('send', { detail }));
  field.value = typed;
}

/** Without what is indented more than the line that it belongs to: that becomes its checklist. */
function countTodos(lines) {
  let indent = Infinity;
  return lines.filter((line) => {
    const isTodo = line.search(/\S/) <= indent;
    if (isTodo) indent = line.search(/\S/);
    return isTodo;
  }).length;
}

addEventListener('focusin', ({ target }) => goToTheEnd(target));
goToTheEnd(document.activeElement);

addEventListener('keydown', (event) => {
  const draft = draftOf(event.target);
  if (event.key !== 'Escape' || !draft || event.isComposing || event.target.localName === 'select') return;
  event.preventDefault(); // or it would close the question as well
  void close(draft);
});

addEventListener('click', ignoreSecondClick, { capture: true });
addEventListener('dblclick', ({ target }) => {
  if (target.closest('#list-head h1')) document.querySelector('#list-head .edit')?.click();
});

addEventListener('paste', (event) => {
  const field = event.target.closest('#add');
  const lines = event.clipboardData.getData('text').split(/[\r\n\u2028\u2029]+/);
  const written = lines.filter((line) => line.trim());
  if (!field || written.length < 2) return;
  event.preventDefault();
  void pasteLines(field, written);
});

/** Spaces alone are nothing that anybody wants to add: they are taken away, and nothing is said or sent. */
function ignoreSpaces(event) {
  const field = event.target.matches('[data-add]') && event.target.querySelector('input:not([type=hidden])');
  if (!field || !isBlank(field)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  field.value = '';
}

addEventListener('submit', ignoreSpaces, { capture: true });
