import { AcceptInvitation } from '../invitations/accept-invitation.js';
import { Invitations } from '../invitations/invitations.js';
import { EraseOwnWorkspace } from './erase-own-workspace.js';
import { Members } from './members.js';
import { SharedWorkspaces } from './shared-workspaces.js';

/** Workspaces that people share, and how others come into them. */
export const WORKSPACE_PROVIDERS = [
  AcceptInvitation,
  EraseOwnWorkspace,
  Invitations,
  Members,
  SharedWorkspaces,
];
