import type { Role } from '#libs/accounts';

/** The pages about workspaces, their members and their invitations. */
export interface WorkspaceViewModels {
  readonly workspaces: WorkspacesView;
  readonly members: MembersView;
  readonly invitation: InvitationView;
  readonly 'sign-up': SignUpView;
  readonly 'erase-workspace': EraseWorkspaceView;
  readonly transfer: TransferView;
}

/** What has just happened. */
interface Said {
  readonly saidWords?: string | undefined;
}

export interface WorkspacesView extends Said {
  readonly workspaces: readonly {
    /** Inside the app. */
    readonly path: string;
    readonly name: string;
    readonly roleName: string;
  }[];
}

interface RoleChoice {
  readonly value: string;
  readonly words: string;
  readonly selected: boolean;
}

export interface MembersView extends Said {
  readonly isOwner: boolean;
  /** Why what was asked for was not done. */
  readonly refusedWords?: string | undefined;
  readonly members: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly isYou: boolean;
    readonly roleName: string;
    readonly roles: readonly RoleChoice[];
  }[];
  /** For owners. */
  readonly invitations: readonly InvitationRow[];
  /** Shown once: nobody can find it out again. */
  readonly newLink?: string | undefined;
  /** Whom the link was sent to, when it was. */
  readonly sentTo?: string | undefined;
  readonly roles: readonly RoleChoice[];
  readonly days: readonly number[];
}

export interface InvitationRow {
  readonly id: string;
  readonly roleName: string;
  readonly email: string | null;
  readonly isReusable: boolean;
  readonly uses: number;
  readonly expiresAt: Date;
  readonly inviterName: string;
}

export interface InvitationView {
  readonly token: string;
  /** Why it lets nobody in (any more). */
  readonly refusedWords?: string;
  readonly invitation?: {
    readonly workspaceName: string;
    readonly inviterName: string;
    /** What it makes of them. */
    readonly role: Role;
    /** For who is in the workspace already. */
    readonly path?: string;
  };
  /** Who is signed in. */
  readonly name?: string | undefined;
  readonly mayMakeAccount: boolean;
  readonly timeZones: readonly string[];
  readonly takesTimeZone: boolean;
}

export interface SignUpView {
  readonly timeZones: readonly string[];
  readonly takesTimeZone: boolean;
}

export interface EraseWorkspaceView {
  readonly name: string;
}

export interface TransferView {
  readonly id: string;
  readonly name: string;
  /** The workspaces that the list can go to. */
  readonly targets: readonly { readonly id: string; readonly name: string }[];
}
