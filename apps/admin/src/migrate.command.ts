import { Command, CommandRunner } from 'nest-commander';
import { migrate } from '#migrations';
import { letLogIn } from './let-log-in.js';
import { withDatabase } from './with-database.js';

@Command({
  name: 'migrate',
  description: 'bring the database to the schema of this version; safe to repeat, even at the same time',
})
export class MigrateCommand extends CommandRunner {
  override async run(): Promise<void> {
    const { ran, roles } = await withDatabase(async (database) => ({
      ran: await migrate(database),
      roles: await letLogIn(database),
    }));
    for (const name of ran) console.log(`ran ${name}`);
    for (const role of roles) console.log(`${role} can log in`);
    console.log(ran.length > 0 ? 'The schema is up to date.' : 'The schema was up to date already.');
  }
}
