import Handlebars from 'handlebars';
import type { LabelColour } from '#libs/commands';
import { PAGE_SIZE, WEEKDAYS, type Recurrence, type TodoItem } from '#libs/queries';
import { dueOnRow, plainDueOnRow } from '../due/index.js';
import {
  clockWords,
  dayOf,
  dayWords,
  link,
  momentWords,
  presentLocale,
  say,
  sayInHtml,
  shortDayWords,
  weekdayWords,
  type MessageKey,
} from '../locales/index.js';
import { placeInMonth, recurrenceWords } from '../recurrence/index.js';
import type { ListAsOfView } from './list-as-of.view.js';
import { isolated } from '../words/index.js';
import type { ListView } from './list.view.js';
import type { Page } from './page.view.js';
import { rowDirection } from './row-direction.js';

export interface Addresses {
  readonly basePath: string;
  readonly asset: (name: string) => string;
}

/** What templates can call. */
export function helpers({ basePath, asset }: Addresses): Readonly<Record<string, Handlebars.HelperDelegate>> {
  return {
    url: (path: string) => basePath + path,
    inWorkspace: (path: string, { data }: InPage) => basePath + rootOf(data) + path,
    here: ({ data, hash }: HereOptions) => basePath + rootOf(data) + here(data.root, hash),
    asset: (name: string) => asset(name),
    /** What has texts in it is another file for each language. */
    script: (name: string) => asset(`${presentLocale().language}-${name}`),
    /** `{{say 'home.title'}}`; what the text asks for is given by its name: `{{say 'list.open' count=open}}`. */
    say: (key: MessageKey, { hash }: Handlebars.HelperOptions) => sayInHtml(key, hash),
    /** `(link (url '/lists/') id)`: to the address that is made of these. */
    link: (...parts: readonly unknown[]) => link(parts.slice(0, -1).join('')),
    language: () => presentLocale().language,
    /** By its own name: what it is called for short is another word in summer than in winter. */
    zone: () => presentLocale().timeZone,
    or: (first: unknown, second: unknown) => first || second,
    is: (left: unknown, right: unknown) => left === right,
    sum: (left: number, right: number) => left + right,
    pageSize: () => PAGE_SIZE,
    rowDirection,
    isolated,
    /** Of people, in a sentence: each keeps its direction to itself. */
    names: (all: readonly string[]) => new Handlebars.SafeString(all.map(isolatedElement).join(', ')),
    recurrenceWords: (recurrence: Recurrence) => recurrenceWords(recurrence),
    placeInMonth,
    colourWords: (colour: LabelColour) => say(`labels.${colour}`),
    weekdayOf: (day: string) => weekdayWords(Temporal.PlainDate.from(day).dayOfWeek),
    /** Of words that are told apart by commas. */
    contains: (words: string, word: string) => words.split(',').includes(word),
    weekdays: () => WEEKDAYS.map((value, index) => ({ value, label: weekdayWords(index + 1) })),
    /** Of a to-do, early or late as long as it is open; on a page that shows how it was, `asOf` says of when. */
    due: (todo: TodoItem, asOf: unknown) =>
      todo.completedAt === null && typeof asOf !== 'string' ? dueOnRow(todo) : plainDueOnRow(todo),
    time: (date: Date) => time(date.toISOString(), shortDayWords(date)),
    day: (date: Date) => time(dayOf(date), dayWords(date)),
    clock: (date: Date) => time(date.toISOString(), clockWords(date)),
    moment: (date: Date) => time(date.toISOString(), momentWords(date)),
  };
}

function time(datetime: string, words: string): Handlebars.SafeString {
  return new Handlebars.SafeString(`<time datetime="${datetime}">${words}</time>`);
}

const isolatedElement = (name: string) => `<bdi>${Handlebars.escapeExpression(name)}</bdi>`;

/** What Handlebars passes to a helper behind its arguments: among other things the page's model. */
interface InPage {
  readonly data: { readonly root: Pick<Page, 'workspace'> };
}

/** The path of the workspace that the page is in. @throws Error on a page that is in none */
function rootOf({ root }: InPage['data']): string {
  if (root.workspace === undefined) throw new Error('A page outside of all workspaces has a path inside one');
  return root.workspace.path;
}

interface HereOptions {
  readonly data: { readonly root: Page & (ListView | ListAsOfView) };
  readonly hash: Place;
}

interface Place {
  readonly show?: ListView['show'];
  readonly edit?: string;
  /** Whether to-dos are chosen there; as on this page unless it is said. */
  readonly choose?: boolean;
}

/**
 * `{{here}}` is the list at the present tab, page and time, with boxes to choose to-dos if they are there now;
 * `{{here show='done'}}` the beginning of another tab.
 */
function here({ id, ...list }: ListView | ListAsOfView, { show, edit, choose }: Place): string {
  const tab = show ?? list.show;
  const isSamePage = show === undefined;
  const isChoosing = choose ?? (isSamePage && 'choosing' in list);
  const fields = {
    show: tab === 'all' ? undefined : tab,
    after: isSamePage ? list.after : undefined,
    edit,
    choose: isChoosing ? '' : undefined,
    asOf: 'asOf' in list ? list.asOf : undefined,
  };
  return `/lists/${id}${queryOf(fields)}`;
}

function queryOf(fields: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `?${query.toString()}` : '';
}
