import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { readSentence, type Kind, type Sentence } from '#libs/quick-add';
import { typed } from '../forms/posted-form.js';
import { presentLocale, readersNow } from '../locales/index.js';
import { TodoEditing } from '../lists/todo-editing.js';

/** What a sentence can say of a to-do. Whoever adds to it also says, in `saidOf` and on the page, what becomes of it. */
const KEPT: readonly Kind[] = ['due', 'time', 'recurrence', 'priority', 'list'];

/** More than one title has words. */
const MOST_REFUSED = 60;

/**
 * The words that are to be title, as a form says them: one that is alone is no list there. None are not made up: the id of the command
 * is made of what a form says.
 */
export const refused = z
  .union([z.array(typed).max(MOST_REFUSED), typed.transform((words) => [words])])
  .optional();

/** What was typed to add a to-do. */
export interface Typed {
  readonly title: string;
  /** Words of it that are to be title. */
  readonly refused?: readonly string[] | undefined;
  /** When the page was made that shows what was understood: `tomorrow` goes on meaning what it said. */
  readonly readAt?: string | undefined;
}

/** Reads what somebody types, as they mean it: in their language, where they are. */
@Injectable()
export class QuickAdd {
  constructor(private readonly editing: TodoEditing) {}

  async read({ title, refused = [], readAt }: Typed, workspaceId: string): Promise<Sentence> {
    const { language, timeZone } = presentLocale();
    const now =
      readAt === undefined ? readersNow() : Temporal.Instant.from(readAt).toZonedDateTimeISO(timeZone);
    const lists = title.includes('+') ? await this.editing.lists(workspaceId) : [];
    return await readSentence(title, { language, now, kinds: KEPT, refused, lists });
  }
}
