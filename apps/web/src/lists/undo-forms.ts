import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindFollower, type KnownStep, type ListEvent, type TodoEvent } from '#libs/queries';
import type { Undo } from '../views/index.js';

type UndoForm = Omit<Undo, 'label'>;
type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;
type ListStep = Extract<KnownStep, { readonly of: 'list' }>;

/** The last word of the address that takes an event back. */
const TODO_WORDS: Readonly<Record<TodoEvent['type'], string>> = {
  TodoAdded: 'remove',
  TodoRenamed: 'rename',
  TodoCompleted: 'reopen',
  TodoReopened: 'complete',
  TodoMoved: 'move',
  // Comes with a move, under an id of its own: nobody is told of it, or takes it back.
  TodoRenumbered: 'move',
  TodoRemoved: 'restore',
  TodoRestored: 'remove',
};

const LIST_WORDS: Readonly<Record<ListEvent['type'], string>> = {
  ListCreated: 'remove',
  ListRenamed: 'rename',
  ListRemoved: 'restore',
  ListRestored: 'remove',
};

/** The form that takes back what has happened. It says what it was made from, like every form. */
@Injectable()
export class UndoForms {
  constructor(private readonly queries: QueryBus) {}

  async of(workspaceId: string, step: KnownStep): Promise<UndoForm> {
    const { id } = step.after;
    if (step.of === 'list') {
      const fields = fieldsOfList(step);
      return { action: `/lists/${id}/${LIST_WORDS[step.event.type]}`, fields };
    } else {
      const fields = await this.fieldsOfTodo(workspaceId, step);
      return { action: `/todos/${id}/${TODO_WORDS[step.event.type]}`, fields };
    }
  }

  private async fieldsOfTodo(
    workspaceId: string,
    { event, before, after }: TodoStep,
  ): Promise<NonNullable<UndoForm['fields']>> {
    if (before === undefined) return {};
    else if (event.type === 'TodoRenamed') return { title: before.title, from: after.title };
    else if (event.type !== 'TodoMoved') return {};
    const { listId, sortOrder: order } = before;
    // What stands behind the place that it had, now: others may have come and gone.
    const follower = await this.queries.execute(
      new FindFollower(workspaceId, { listId, order, except: after.id }),
    );
    return { listId, before: follower ?? '', from: after.listId };
  }
}

function fieldsOfList({ event, before, after }: ListStep): NonNullable<UndoForm['fields']> {
  return event.type === 'ListRenamed' && before ? { name: before.name, from: after.name } : {};
}
