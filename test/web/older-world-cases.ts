/** A list of A, B and C, and another one; the forms are about B, or about its list. */
export interface World {
  readonly home: string;
  readonly garden: string;
  readonly a: string;
  readonly b: string;
}

export type Form = (world: World) => readonly [path: string, fields: Readonly<Record<string, string>>];

/** As the pages have them, before what has happened meanwhile. */
export const FORMS = {
  complete: ({ b, home }) => [`/todos/${b}/complete`, { show: 'all', onList: home }],
  reopen: ({ b, home }) => [`/todos/${b}/reopen`, { show: 'all', onList: home }],
  rename: ({ b, home }) => [`/todos/${b}/rename`, { title: 'Typed', from: 'B', show: 'all', onList: home }],
  note: ({ b, home }) => [`/todos/${b}/note`, { note: 'Typed', from: '0', onList: home }],
  prioritise: ({ b, home }) => [`/todos/${b}/prioritise`, { priority: 'low', from: 'none', onList: home }],
  'rename without from': ({ b, home }) => [`/todos/${b}/rename`, { title: 'Typed', onList: home }],
  schedule: ({ b, home }) => [
    `/todos/${b}/schedule`,
    { dueDate: '2031-12-01', dueTime: '', from: '', show: 'all', onList: home },
  ],
  'schedule without from': ({ b, home }) => [`/todos/${b}/schedule`, { dueDate: '2031-12-01', onList: home }],
  repeat: ({ b, home }) => [
    `/todos/${b}/repeat`,
    { every: '3', unit: 'day', was: '', show: 'all', onList: home },
  ],
  skip: ({ b, home }) => [`/todos/${b}/skip`, { occurrence: '2031-11-30', onList: home }],
  'complete the occurrence': ({ b, home }) => [
    `/todos/${b}/complete`,
    { occurrence: '2031-11-30', onList: home },
  ],
  'move up': ({ a, b, home }) => [
    `/todos/${b}/move`,
    { listId: home, from: home, up: a, show: 'all', onList: home },
  ],
  'move to Garden': ({ b, home, garden }) => [
    `/todos/${b}/move`,
    { listId: garden, from: home, before: '', show: 'all', onList: home },
  ],
  remove: ({ b, home }) => [`/todos/${b}/remove`, { show: 'all', onList: home }],
  restore: ({ b }) => [`/todos/${b}/restore`, {}],
  add: ({ home }) => [`/lists/${home}/todos`, { title: 'Typed', show: 'all', onList: home }],
  'rename the list': ({ home }) => [`/lists/${home}/rename`, { name: 'Typed', from: 'Home', onList: home }],
  'rename the list without from': ({ home }) => [`/lists/${home}/rename`, { name: 'Typed', onList: home }],
  'remove the list': ({ home }) => [`/lists/${home}/remove`, {}],
  'restore the list': ({ home }) => [`/lists/${home}/restore`, {}],
} as const satisfies Record<string, Form>;

const rename =
  (title: string): Form =>
  ({ b }) => [`/todos/${b}/rename`, { title, from: 'B' }];
const note =
  (text: string): Form =>
  ({ b }) => [`/todos/${b}/note`, { note: text, from: '0' }];
const prioritise =
  (priority: string): Form =>
  ({ b }) => [`/todos/${b}/prioritise`, { priority, from: 'none' }];
const scheduleOther: Form = ({ b }) => [`/todos/${b}/schedule`, { dueDate: '2031-11-30', from: '' }];
const repeatDaily: Form = ({ b }) => [`/todos/${b}/repeat`, { every: '1', unit: 'day', was: '' }];
const completeIt: Form = ({ b }) => [`/todos/${b}/complete`, {}];
const renameList =
  (name: string): Form =>
  ({ home }) => [`/lists/${home}/rename`, { name, from: 'Home' }];
const toTheEnd: Form = ({ a, home }) => [`/todos/${a}/move`, { listId: home, from: home, before: '' }];
const removeNeighbour: Form = ({ a }) => [`/todos/${a}/remove`, {}];

/** What has happened in another tab since the page was made. */
export const MEANWHILE = {
  'its list went to the trash': [FORMS['remove the list']],
  'it and then its list went to the trash': [FORMS.remove, FORMS['remove the list']],
  'it went to the trash': [FORMS.remove],
  'it was restored': [FORMS.remove, FORMS.restore],
  'its list was restored': [FORMS['remove the list'], FORMS['restore the list']],
  'its neighbour went to the trash': [removeNeighbour],
  'its neighbour was moved': [toTheEnd],
  'it was moved to Garden': [FORMS['move to Garden']],
  'it got another title': [rename('Other')],
  'it got another note': [note('Other')],
  'it got the same note': [note('Typed')],
  'it got another priority': [prioritise('high')],
  'it got the same priority': [prioritise('low')],
  'it got a due date': [scheduleOther],
  'it comes again': [scheduleOther, repeatDaily],
  'its occurrence was done': [scheduleOther, repeatDaily, completeIt],
  'its list got another name': [renameList('Other')],
  'nothing has happened': [],
} satisfies Record<string, readonly Form[]>;

const IN_TRASH = '“B”: This to-do is in the trash. Restore it first.';
const LIST_IN_TRASH = '“B”: Its list is in the trash. Restore that first.';
const SO_ALREADY = 'That was so already. Nothing has changed.';
const NEIGHBOUR = '“B”: What stood beside this to-do is not there any more. Nothing was moved.';
const OTHER_TITLE = 'This to-do has another title than the page says that you typed on.';
const OTHER_NOTE = 'This to-do has another note than the one that yours was made from.';
const OTHER_PRIORITY = 'This to-do has another priority than the page says that you chose on.';
const OTHER_NAME = 'This list has another name than the page says that you typed on.';

const OTHER_DAY = 'This to-do is due on another day than the page says that you filled in.';

export type Case = readonly [keyof typeof MEANWHILE, keyof typeof FORMS, number, string];

export const CASES: readonly Case[] = [
  ['its list went to the trash', 'complete', 422, LIST_IN_TRASH],
  ['its list went to the trash', 'reopen', 422, LIST_IN_TRASH],
  ['its list went to the trash', 'rename', 422, 'Its list is in the trash. Restore that first.'],
  ['its list went to the trash', 'rename without from', 422, 'Its list is in the trash.'],
  ['its list went to the trash', 'move up', 422, LIST_IN_TRASH],
  ['its list went to the trash', 'move to Garden', 422, LIST_IN_TRASH],
  ['its list went to the trash', 'remove', 422, LIST_IN_TRASH],
  ['its list went to the trash', 'add', 422, 'This list is in the trash. Restore it first.'],
  ['its list went to the trash', 'rename the list', 422, 'This list is in the trash. Restore it first.'],
  ['its list went to the trash', 'remove the list', 303, SO_ALREADY],
  ['it and then its list went to the trash', 'restore', 422, LIST_IN_TRASH],
  ['it and then its list went to the trash', 'complete', 422, IN_TRASH],
  ['it went to the trash', 'complete', 422, IN_TRASH],
  ['it went to the trash', 'reopen', 422, IN_TRASH],
  ['it went to the trash', 'rename', 422, 'This to-do is in the trash. Restore it first.'],
  ['it went to the trash', 'move up', 422, IN_TRASH],
  ['it went to the trash', 'move to Garden', 422, IN_TRASH],
  ['it went to the trash', 'remove', 303, SO_ALREADY],
  ['it was restored', 'restore', 303, SO_ALREADY],
  ['its list was restored', 'restore the list', 303, SO_ALREADY],
  ['its neighbour went to the trash', 'complete', 303, '“B” is done.'],
  ['its neighbour went to the trash', 'rename', 303, '“B” is called “Typed” now.'],
  ['its neighbour went to the trash', 'move up', 422, NEIGHBOUR],
  ['its neighbour went to the trash', 'move to Garden', 303, '“B” is in “Garden” now.'],
  ['its neighbour was moved', 'move up', 422, NEIGHBOUR],
  ['its neighbour was moved', 'remove', 303, '“B” is in the trash.'],
  ['it was moved to Garden', 'complete', 303, '“B” is done.'],
  ['it was moved to Garden', 'rename', 303, '“B” is called “Typed” now.'],
  ['it was moved to Garden', 'move up', 422, '“B”: Somebody has moved this to-do to another list meanwhile.'],
  ['it was moved to Garden', 'move to Garden', 303, SO_ALREADY],
  ['it was moved to Garden', 'remove', 303, '“B” is in the trash.'],
  ['it got another title', 'complete', 303, '“Other” is done.'],
  ['it got another title', 'rename', 409, OTHER_TITLE],
  ['it got another title', 'rename without from', 409, OTHER_TITLE],
  ['it got another title', 'move to Garden', 303, '“Other” is in “Garden” now.'],
  ['its list went to the trash', 'note', 422, 'Its list is in the trash. Restore that first.'],
  ['it went to the trash', 'note', 422, 'This to-do is in the trash. Restore it first.'],
  ['it was moved to Garden', 'note', 303, '“B” has a note now.'],
  ['it got another title', 'note', 303, '“Other” has a note now.'],
  ['it got another note', 'rename', 303, '“B” is called “Typed” now.'],
  ['it got another note', 'note', 409, OTHER_NOTE],
  ['it got the same note', 'note', 303, SO_ALREADY],
  ['its list went to the trash', 'prioritise', 422, LIST_IN_TRASH],
  ['it went to the trash', 'prioritise', 422, IN_TRASH],
  ['it was moved to Garden', 'prioritise', 303, '“B” has low priority now.'],
  ['it got another title', 'prioritise', 303, '“Other” has low priority now.'],
  ['it got another priority', 'rename', 303, '“B” is called “Typed” now.'],
  ['it got another priority', 'prioritise', 409, OTHER_PRIORITY],
  ['it got the same priority', 'prioritise', 303, SO_ALREADY],
  ['its list went to the trash', 'schedule', 422, 'Its list is in the trash. Restore that first.'],
  ['it went to the trash', 'schedule', 422, 'This to-do is in the trash. Restore it first.'],
  ['its neighbour went to the trash', 'schedule', 303, '“B” is due on 1 December 2031.'],
  ['it was moved to Garden', 'schedule', 303, '“B” is due on 1 December 2031.'],
  ['it got another title', 'schedule', 303, '“Other” is due on 1 December 2031.'],
  ['it got a due date', 'schedule', 409, OTHER_DAY],
  ['it got a due date', 'schedule without from', 409, OTHER_DAY],
  ['it got a due date', 'rename', 303, '“B” is called “Typed” now.'],
  ['it got a due date', 'repeat', 303, '“B” comes every 3 days.'],
  ['its list went to the trash', 'repeat', 422, 'Its list is in the trash. Restore that first.'],
  ['it went to the trash', 'skip', 422, IN_TRASH],
  ['it comes again', 'repeat', 422, 'Somebody has changed how this comes again'],
  ['it comes again', 'skip', 303, 'Skipped. Next: Monday 1 December'],
  ['it comes again', 'complete the occurrence', 303, 'Done. Next: Monday 1 December'],
  ['its occurrence was done', 'complete the occurrence', 303, SO_ALREADY],
  ['its occurrence was done', 'skip', 303, SO_ALREADY],
  ['nothing has happened', 'repeat', 422, 'What comes again needs a first day.'],
  ['nothing has happened', 'skip', 422, '“B”: This does not come again, so there is nothing to skip.'],
  ['its list got another name', 'add', 303, '“Typed” was added'],
  ['its list got another name', 'rename the list', 409, OTHER_NAME],
  ['its list got another name', 'rename the list without from', 409, OTHER_NAME],
  ['its list got another name', 'remove the list', 303, '“Other” is in the trash, with everything in it.'],
  ['nothing has happened', 'rename without from', 409, OTHER_TITLE],
  ['nothing has happened', 'rename the list without from', 409, OTHER_NAME],
];
