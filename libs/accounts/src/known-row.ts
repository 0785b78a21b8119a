import type { Role } from './entities/membership.js';
import type { MemberOf, Settings } from './principal.js';

/** What a statement that finds a principal answers of the account `a` and of the workspace `w` that was asked for. */
export const KNOWN_COLUMNS = `
  a.id as "accountId", a.name, a.is_instance_owner as "isInstanceOwner",
  a.language, a.time_zone as "timeZone", a.first_day as "firstDay", a.theme, a.letter_keys as "letterKeys",
  a.shows_presence as "showsPresence",
  w.id as "workspaceId", w.name as "workspaceName", m.role`;

export interface KnownRow extends Settings {
  readonly accountId: string;
  readonly name: string;
  readonly isInstanceOwner: boolean;
  readonly workspaceId: string | null;
  readonly workspaceName: string;
  readonly role: Role;
}

/** The part of a principal that does not depend on how they have shown who they are. */
export function knownOf(row: KnownRow) {
  const { accountId, name, isInstanceOwner } = row;
  return { accountId, name, isInstanceOwner, settings: settingsOf(row), workspace: workspaceOf(row) };
}

function workspaceOf({ workspaceId, workspaceName, role }: KnownRow): MemberOf | undefined {
  return workspaceId === null ? undefined : { id: workspaceId, name: workspaceName, role };
}

function settingsOf(row: KnownRow): Settings {
  const { language, timeZone, firstDay, theme, letterKeys, showsPresence } = row;
  return { language, timeZone, firstDay, theme, letterKeys, showsPresence };
}
