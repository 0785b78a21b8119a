import type { Told } from './told.js';

/** In a sentence. A newer version may have recorded another one, and an older one none. */
const ROLES: Readonly<Record<string, string>> = { owner: 'an owner', member: 'a member', viewer: 'a viewer' };

const roleIn = (role = '') => (Object.hasOwn(ROLES, role) ? ROLES[role] : undefined);

/** ` as a member`; nothing when that is not known. */
export function as(role: string | undefined): string {
  const words = roleIn(role);
  return words === undefined ? '' : ` as ${words}`;
}

/** `: they were a member`. */
export function was({ they, details }: Told): string {
  const words = roleIn(details.was);
  return words === undefined ? '' : `: ${they} were ${words}`;
}

export function tookRole(told: Told): string {
  const { who, whom, details } = told;
  return `${who} made ${whom} ${roleIn(details.role) ?? 'something else in the workspace'}${was(told)}.`;
}

export function invited({ who, details: { role, uses } }: Told): string {
  const words = roleIn(role);
  if (words === undefined) return `${who} made an invitation.`;
  const whom = uses === 'many' ? 'everybody who has it' : 'one person';
  return `${who} made an invitation for ${whom}, who becomes ${words}.`;
}

export function madeAToken({ who, details: { access } }: Told): string {
  const may = access === 'write' ? 'read and write' : 'read';
  return `${who} made a token for a program${access === undefined ? '' : `, which may ${may}`}.`;
}
