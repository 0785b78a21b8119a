import { Injectable } from '@nestjs/common';
import { readSentence, type Kind, type Sentence } from '#libs/quick-add';
import { presentLocale, readersNow } from '../locales/index.js';
import { TodoEditing } from '../lists/todo-editing.js';

/** What a sentence can say of a to-do. Whoever adds to it also says, in `saidOf` and on the page, what becomes of it. */
const KEPT: readonly Kind[] = ['due', 'time', 'recurrence', 'priority', 'list'];

/** What was typed to add a to-do. */
export interface Typed {
  readonly title: string;
  /** Words of it that are to be title. */
  readonly refused: readonly string[];
  /** When the page was made that shows what was understood: `tomorrow` goes on meaning what it said. */
  readonly readAt?: string | undefined;
}

/** Reads what somebody types, as they mean it: in their language, where they are. */
@Injectable()
export class QuickAdd {
  constructor(private readonly editing: TodoEditing) {}

  async read(
    { title, refused, readAt }: Typed,
    { workspaceId, listId }: { readonly workspaceId: string; readonly listId: string },
  ): Promise<Sentence> {
    const { language, timeZone } = presentLocale();
    const now =
      readAt === undefined ? readersNow() : Temporal.Instant.from(readAt).toZonedDateTimeISO(timeZone);
    const lists = title.includes('+') ? await this.editing.lists(workspaceId, listId) : [];
    return await readSentence(title, { language, now, kinds: KEPT, refused, lists });
  }
}
