import {
  addChecklistItem,
  addTodo,
  completeTodo,
  isRefusal,
  labelTodo,
  noteTodo,
  prioritiseTodo,
  removeTodo,
  renameTodo,
  dueText,
  repeatTodo,
  scheduleTodo,
  tickChecklistItem,
  type Decision,
  type TodoEvent,
  type Priority,
  type Recurrence,
  type Todo,
} from '#libs/domain';
import type { Deed, States } from './deed.js';
import type { Ids } from './ids.js';
import { ZONE } from './people.js';

export type When = Pick<Deed, 'at' | 'by'>;

/** A to-do, and what people do with it. */
export class TodoDeeds {
  readonly deeds: Deed[] = [];
  private readonly id: string;
  private readonly ids: Ids;

  constructor(
    { at, by }: When,
    { listId, title, ids }: { readonly listId: string; readonly title: string; readonly ids: Ids },
  ) {
    const id = ids.at(at);
    this.id = id;
    this.ids = ids;
    const decide: Deed['decide'] = ({ todo, list }) => addTodo(todo(id), list(listId), { listId, title });
    this.deeds.push({ at, by, on: id, decide });
  }

  rename(when: When, title: string): void {
    this.change(when, (todo) => renameTodo(todo, { title, from: todo.title }));
  }

  note(when: When, note: string): void {
    this.change(when, (todo) => noteTodo(todo, { note, from: todo.noteVersion }));
  }

  prioritise(when: When, priority: Priority): void {
    this.change(when, (todo) => prioritiseTodo(todo, { priority, from: todo.priority }));
  }

  schedule(when: When, day: Temporal.PlainDate, time = ''): void {
    const wanted = { dueDate: day.toString(), dueTime: time, zone: ZONE };
    this.change(when, (todo) => scheduleTodo(todo, { ...wanted, from: dueText(todo) }));
  }

  repeat(when: When, rule: Pick<Recurrence, 'every' | 'unit'> & Partial<Recurrence>): void {
    const { every, unit, weekdays = [], on = 'day', from = 'due' } = rule;
    const wanted = { every: String(every), unit, weekdays, on, from, until: '', times: '', was: '' };
    this.change(when, (todo) => repeatTodo(todo, wanted));
  }

  /** With a label that there is. */
  label(when: When, name: string): void {
    const newId = this.ids.at(when.at);
    this.change(when, (todo, { labels }) => {
      const labelling = labelTodo(todo, labels(), { name, newId });
      return isRefusal(labelling) ? labelling : labelling.events;
    });
  }

  /** Puts something on its checklist. @returns its id */
  item(when: When, text: string): string {
    const itemId = this.ids.at(when.at);
    this.change(when, (todo) => addChecklistItem(todo, { itemId, item: text }));
    return itemId;
  }

  tick(when: When, itemId: string): void {
    this.change(when, (todo) => tickChecklistItem(todo, { itemId }));
  }

  complete(when: When): void {
    const today = when.at.toPlainDate().toString();
    this.change(when, (todo) => completeTodo(todo, { today }));
  }

  remove(when: When): void {
    this.change(when, (todo) => removeTodo(todo));
  }

  private change({ at, by }: When, decide: (todo: Todo, states: States) => Decision<TodoEvent>): void {
    const { id } = this;
    this.deeds.push({
      at,
      by,
      on: id,
      decide: (states) => {
        const todo = states.todo(id);
        if (todo === undefined) throw new Error(`${id} is changed before it is added`);
        return decide(todo, states);
      },
    });
  }
}
