import type { Role } from './entities/membership.js';
import type { THEMES } from './entities/account.js';

/** Who asks: one type, however they have shown who they are. */
export interface Principal {
  readonly accountId: string;
  readonly name: string;
  readonly isInstanceOwner: boolean;
  readonly sessionId: string;
  readonly settings: Settings;
  /** The one that was asked for, if they are a member of it. */
  readonly workspace: MemberOf | undefined;
}

export interface MemberOf {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** How somebody wants pages to be. */
export interface Settings {
  readonly language: string;
  readonly timeZone: string;
  readonly firstDay: number;
  readonly theme: (typeof THEMES)[number];
  readonly letterKeys: boolean;
}
