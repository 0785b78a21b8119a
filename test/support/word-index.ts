import { defineEntity, p } from '@mikro-orm/core';
import { isTodoEvent, type Recorded, type TodoEvent } from '#libs/domain';
import { rowPerStream, rowsPerStream, summaryOf, type Projection } from '#libs/projections';

/*
 * A projection of another kind than todo-lists, as search and labels will need: a to-do has several rows in one of its tables,
 * and an event feeds two of them.
 */

const words = defineEntity({
  name: 'Word',
  tableName: 'words',
  properties: { todoId: p.uuid().primary(), word: p.text().primary(), workspaceId: p.uuid() },
  indexes: [{ expression: 'create index on words (workspace_id, word)' }],
});

const titles = defineEntity({
  name: 'Title',
  tableName: 'titles',
  properties: { id: p.uuid().primary(), workspaceId: p.uuid(), titles: p.array(), lastOn: p.date() },
});

const wordCounts = defineEntity({
  name: 'WordCount',
  tableName: 'word_counts',
  properties: { word: p.text().primary(), workspaceId: p.uuid().primary(), todos: p.integer() },
});

interface Word {
  readonly todoId: string;
  readonly word: string;
  readonly workspaceId: string;
}

/** The words of a to-do that is not in the trash. */
function evolveWords(rows: readonly Word[], recorded: Recorded<TodoEvent>): readonly Word[] {
  const { event, streamId: todoId, workspaceId } = recorded;
  const rowOf = (word: string): Word => ({ todoId, word, workspaceId });
  if (event.type === 'TodoAdded' || event.type === 'TodoRenamed') {
    return [...new Set(event.data.title.toLowerCase().split(' '))].map(rowOf);
  } else if (event.type === 'TodoRemoved') {
    return [];
  } else {
    return rows;
  }
}

const wordRows = rowsPerStream(words, { stream: 'todoId', handles: isTodoEvent, evolve: evolveWords });

/** Every title that a to-do has had, and the day of the last change. */
const titleRows = rowPerStream(titles, {
  handles: isTodoEvent,
  evolve: (row, { event, streamId: id, workspaceId, recordedAt }) => {
    const before = row?.titles ?? [];
    const isNamed = event.type === 'TodoAdded' || event.type === 'TodoRenamed';
    return {
      id,
      workspaceId,
      titles: isNamed ? [...before, event.data.title] : before,
      lastOn: recordedAt.toISOString().slice(0, 'yyyy-mm-dd'.length),
    };
  },
});

export const wordIndex: Projection = {
  name: 'word-index',
  version: 3,
  tables: [wordRows, titleRows],
  summaries: [
    summaryOf(wordCounts, {
      of: wordRows,
      from: words,
      sums: ['todos'],
      count: ({ word, workspaceId }) => [{ word, workspaceId, todos: 1 }],
      select: 'select word, workspace_id, count(*)::int as todos from words group by word, workspace_id',
    }),
  ],
};
