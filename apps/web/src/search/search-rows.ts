import type { MemberOf } from '#libs/accounts';
import type { SearchResult } from '#libs/queries';
import { addToPath } from '../http/add-to-path.js';
import { workspacePath } from '../http/reader-of.js';
import { listPath } from '../lists/list-address.js';
import { formatTrashCursor } from '../trash/trash-cursor.js';
import type { SearchRow } from '../views/index.js';

/** What was found, as a page shows it to who is in these workspaces. */
export function rowsOf(
  results: readonly SearchResult[],
  workspaces: readonly MemberOf[],
): readonly SearchRow[] {
  const names = new Map(workspaces.map(({ id, name }) => [id, name]));
  return results.map((result) => {
    const name = workspaces.length > 1 ? names.get(result.workspaceId) : undefined;
    return {
      ...result,
      path: workspacePath(result.workspaceId) + placeOf(result),
      ...(name === undefined ? {} : { workspaceName: name }),
    };
  });
}

const SMALLEST_ID = '00000000-0000-0000-0000-000000000000';

/** Where it is: a to-do open for editing in its list, or in the trash on the page that begins with it. */
function placeOf({ kind, id, listId, state, removedAt }: SearchResult): string {
  if (kind === 'list') return listPath(id);
  else if (removedAt !== null) {
    const before = { removedAt: new Date(removedAt.getTime() + 1), id: SMALLEST_ID };
    return `${addToPath('/trash', { after: formatTrashCursor(before) })}#t-${id}`;
  } else return `${listPath(listId, state === 'in-trash-with-list' ? {} : { edit: id })}#t-${id}`;
}
