/** Workspaces: who is in them, how others come in, and how they end. */
import { Elsewhere, WhoAsks } from '../access/index.js';
import { EraseWorkspaceController } from './erase-workspace.controller.js';
import { ExportController } from './export.controller.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationMails } from './invitation-mails.js';
import { InvitationsController } from './invitations.controller.js';
import { LeaveController } from './leave.controller.js';
import { MembersController } from './members.controller.js';
import { MembersPage } from './members.page.js';
import { SignUpController } from './sign-up.controller.js';
import { WorkspacesController } from './workspaces.controller.js';

export const WORKSPACE_PAGES = [
  EraseWorkspaceController,
  ExportController,
  InvitationController,
  InvitationsController,
  LeaveController,
  MembersController,
  SignUpController,
  WorkspacesController,
];

export const WORKSPACE_MAKERS = [Elsewhere, InvitationMails, MembersPage, WhoAsks];
