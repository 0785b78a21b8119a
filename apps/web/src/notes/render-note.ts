import Handlebars from 'handlebars';
import type { MarkdownIt, Token } from 'markdown-it';
import { orderHeadings } from './order-headings.js';
import { tickItems } from './tick-items.js';

/** Quotes and lists in each other, at the most: what is deeper would be left out, and take long. */
const DEEPEST = 30;

/** What a link in a note may lead to. */
const MAY_LEAD_TO = /^(?:https?:\/\/|mailto:)/i;

/** What has a direction of its own. */
const BLOCKS = new Set([
  'paragraph_open',
  'heading_open',
  'blockquote_open',
  'bullet_list_open',
  'ordered_list_open',
  'list_item_open',
]);

let loaded: Promise<MarkdownIt> | undefined;

/**
 * A note as HTML that is safe whatever somebody has written: HTML in it is text, pictures are links, and links lead to other sites and
 * to mail only. Nothing in it has an id.
 */
export async function renderNote(note: string): Promise<Handlebars.SafeString> {
  const markdown = await (loaded ??= load());
  const tokens = markdown.parse(note, {});
  const isTooDeep = tokens.some(({ level }) => level >= DEEPEST - 1);
  const html = isTooDeep ? asTyped(note) : markdown.renderer.render(tokens, markdown.options, {});
  return new Handlebars.SafeString(html);
}

/** When the first note is shown: most pages have none. */
async function load(): Promise<MarkdownIt> {
  const { default: Markdown } = await import('markdown-it');
  const markdown = new Markdown({ html: false, linkify: true, breaks: true, maxNesting: DEEPEST });
  // Without them, a picture is a link behind an exclamation mark, and a table is its lines.
  markdown.disable(['image', 'table']);
  // `README.md` is no address in Moldova.
  markdown.linkify.set({ fuzzyLink: false });
  markdown.validateLink = (url) => MAY_LEAD_TO.test(url);
  markdown.core.ruler.push('note', (state) => {
    orderHeadings(state.tokens);
    tickItems(state);
    for (const token of state.tokens) complete(token);
  });
  const { rules } = markdown.renderer;
  rules.fence = rules.code_block = (tokens, index) => code(tokens[index]?.content ?? '');
  return markdown;
}

function complete(token: Token): void {
  if (BLOCKS.has(token.type)) token.attrSet('dir', 'auto');
  for (const child of token.children ?? [])
    if (child.type === 'link_open') child.attrSet('rel', 'noopener noreferrer nofollow');
}

/** It scrolls by itself, so that it can have the focus. */
const code = (text: string) =>
  `<pre dir="auto" tabindex="0"><code>${Handlebars.escapeExpression(text)}</code></pre>\n`;

const asTyped = (text: string) => `<p dir="auto" class="as-typed">${Handlebars.escapeExpression(text)}</p>\n`;
