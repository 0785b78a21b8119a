import Handlebars from 'handlebars';
import type { StateCore, Token } from 'markdown-it';
import { say } from '../locales/index.js';

const MARK = /^\[([ xX])\](?:\s+|$)/;

/** Shows items that begin with `[ ]` or `[x]` as open or done. */
export function tickItems({ tokens, Token: NewToken }: StateCore): void {
  for (const [index, item] of tokens.entries()) {
    const text = item.type === 'list_item_open' ? beginningOf(tokens, index) : undefined;
    const [mark, tick] = MARK.exec(text?.content ?? '') ?? [];
    if (text === undefined || mark === undefined) continue;
    item.attrJoin('class', 'task');
    text.content = text.content.slice(mark.length);
    const sign = new NewToken('html_inline', '', 0);
    sign.content = signOf(tick !== ' ');
    tokens[index + 2]?.children?.unshift(sign);
  }
}

/** The text with which an item begins, if it does not begin with something else. */
function beginningOf(tokens: readonly Token[], index: number): Token | undefined {
  const [paragraph, inline] = tokens.slice(index + 1, index + 3);
  const first = inline?.children?.[0];
  return paragraph?.type === 'paragraph_open' && first?.type === 'text' ? first : undefined;
}

function signOf(isDone: boolean): string {
  const words = Handlebars.escapeExpression(isDone ? say('todos.is-done') : say('todos.is-open'));
  return `<span class="tick${isDone ? ' ticked' : ''}" role="img" aria-label="${words}"></span> `;
}
