import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { listMembers, listWorkspaces } from '#libs/accounts';
import { UsageError } from '../exit-code.js';
import { isUuid } from '../uuid.js';
import { withDatabase } from '../with-database.js';
import { formatTable, momentCell } from './format-table.js';
import { printableJson } from '../printable.js';

interface Options {
  readonly json?: boolean;
}

@SubCommand({ name: 'list', description: 'list all workspaces, oldest first; times are in UTC' })
export class ListWorkspacesCommand extends CommandRunner {
  override async run(_arguments: string[], { json }: Options): Promise<void> {
    const workspaces = await withDatabase(listWorkspaces);
    const rows = workspaces.map(({ id, name, members, createdAt }) => [
      id,
      name,
      members,
      momentCell(createdAt),
    ]);
    console.log(
      json ? printableJson(workspaces, 2) : formatTable(['id', 'name', 'members', 'created'], rows),
    );
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

@SubCommand({
  name: 'members',
  arguments: '<id>',
  description: 'list who is in a workspace, and what they may do there; times are in UTC',
})
export class ListMembersCommand extends CommandRunner {
  override async run([id = '']: string[], { json }: Options): Promise<void> {
    if (!isUuid(id)) throw new UsageError(`${id} is no id of a workspace.`);
    const members = await withDatabase((database) => listMembers(database, id));
    if (members === undefined) throw new Error(`There is no workspace ${id}.`);
    const rows = members.map(({ email, name, role, since, isDisabled }) => [
      email,
      name,
      role,
      momentCell(since),
      isDisabled ? 'disabled' : '',
    ]);
    if (json) console.log(printableJson(members, 2));
    else if (members.length === 0) console.log('Nobody is in it.');
    else console.log(formatTable(['email', 'name', 'role', 'since', ''], rows));
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

@Command({
  name: 'workspace',
  description: 'list workspaces and their members',
  subCommands: [ListWorkspacesCommand, ListMembersCommand],
})
export class WorkspaceCommand extends CommandRunner {
  override async run(): Promise<void> {
    await Promise.reject(new UsageError('What of workspaces? garbanzo workspace list|members'));
  }
}

export const WORKSPACE_COMMANDS = [WorkspaceCommand, ListWorkspacesCommand, ListMembersCommand];
