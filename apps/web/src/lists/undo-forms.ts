import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindFollower, type KnownStep } from '#libs/queries';
import type { Undo } from '../views/index.js';
import { LIST_UNDO, TODO_UNDO } from '../words/index.js';

type UndoForm = Omit<Undo, 'label'>;
type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

/** The form that takes back what has happened. It says what it was made from, like every form. */
@Injectable()
export class UndoForms {
  constructor(private readonly queries: QueryBus) {}

  async of(workspaceId: string, step: KnownStep): Promise<UndoForm> {
    const { id } = step.after;
    if (step.of === 'list') {
      const { word, fields } = LIST_UNDO[step.event.type];
      return { action: `/lists/${id}/${word}`, fields: fields?.(step) ?? {} };
    } else {
      const { word, fields } = TODO_UNDO[step.event.type];
      const own = step.event.type === 'TodoMoved' ? await this.placeBefore(workspaceId, step) : {};
      return { action: `/todos/${id}/${word}`, fields: { ...fields?.(step), ...own } };
    }
  }

  /** What stands behind the place that it had, now: others may have come and gone. */
  private async placeBefore(workspaceId: string, { before, after }: TodoStep) {
    if (before === undefined) return {};
    const { listId, sortOrder: order } = before;
    const follower = await this.queries.execute(
      new FindFollower(workspaceId, { listId, order, except: after.id }),
    );
    return { listId, before: follower ?? '', from: after.listId };
  }
}
