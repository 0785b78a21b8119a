import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { recordCommand } from '#libs/accounts';
import { countWorkspace, eraseWorkspace, PROJECTIONS, type WorkspaceContent } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { counted } from './counted.js';
import { UsageError } from './exit-code.js';
import { withPeople } from './people/with-people.js';
import { isUuid } from './uuid.js';
import { withDatabase } from './with-database.js';

@SubCommand({
  name: 'workspace',
  arguments: '<id>',
  description:
    'remove the events and the rows of a workspace for good; without --yes only show what would be removed',
})
export class EraseWorkspaceCommand extends CommandRunner {
  override async run([id = '']: string[], { yes = false }: { readonly yes?: boolean }): Promise<void> {
    if (!isUuid(id)) throw new UsageError(`${id} is no id of a workspace.`);
    const work = yes ? eraseWorkspace : countWorkspace;
    // Connected as the owner, because no other role may delete events.
    const content = await withDatabase((database) => work(new ReadModel(database), PROJECTIONS, id));
    if (!yes) throw new UsageError(`This would erase ${describe(content)} for good. Say --yes to do it.`);
    await withPeople((store) => recordCommand(store, { what: 'workspace-erased', workspaceId: id }));
    console.log(`Erased ${describe(content)}. Backups that were made before still have them.`);
  }

  @Option({ flags: '--yes', description: 'do it' })
  parseYes(): boolean {
    return true;
  }
}

@Command({
  name: 'erase',
  description: 'remove something for good',
  subCommands: [EraseWorkspaceCommand],
})
export class EraseCommand extends CommandRunner {
  override async run(): Promise<void> {
    await Promise.reject(new UsageError('Erase what? garbanzo erase workspace <id>'));
  }
}

function describe({ events, rows }: WorkspaceContent): string {
  const parts = rows
    .filter(({ count }) => count > 0)
    .map(({ table, count }) => counted(count, table.replace(/s$/, '')));
  return [counted(events, 'event'), ...parts].join(', ');
}
