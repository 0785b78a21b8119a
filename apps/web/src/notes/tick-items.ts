import Handlebars from 'handlebars';
import type { StateCore, Token } from 'markdown-it';
import { say } from '../locales/index.js';

const MARK = /^\[([ xX])\](?:\s+|$)/;

/** Shows items that begin with `[ ]` or `[x]` as open or done. */
export function tickItems({ tokens, Token: NewToken }: StateCore): void {
  for (const [index, item] of tokens.entries()) {
    const children = item.type === 'list_item_open' ? beginningOf(tokens, index) : [];
    const sign = takeMark(children[0]);
    if (sign === undefined) continue;
    item.attrJoin('class', 'task');
    children.unshift(Object.assign(new NewToken('html_inline', '', 0), { content: sign }));
  }
}

/** What the first paragraph of an item is made of; nothing when it begins with something else. */
function beginningOf(tokens: readonly Token[], index: number): Token[] {
  const [paragraph, inline] = tokens.slice(index + 1, index + 3);
  return (paragraph?.type === 'paragraph_open' && inline?.children) || [];
}

/** Takes the mark off a text, and returns the sign that stands for it. */
function takeMark(text: Token | undefined): string | undefined {
  const [mark, tick] = MARK.exec(text?.type === 'text' ? text.content : '') ?? [];
  if (text === undefined || mark === undefined) return undefined;
  text.content = text.content.slice(mark.length);
  return signOf(tick !== ' ');
}

function signOf(isDone: boolean): string {
  const words = Handlebars.escapeExpression(isDone ? say('todos.is-done') : say('todos.is-open'));
  return `<span class="tick${isDone ? ' ticked' : ''}" role="img" aria-label="${words}"></span> `;
}
