import { Command, CommandRunner } from 'nest-commander';
import { migrate } from '#migrations';
import { withDatabase } from './with-database.js';

@Command({
  name: 'migrate',
  description: 'bring the database to the schema of this version; safe to repeat, even at the same time',
})
export class MigrateCommand extends CommandRunner {
  override async run(): Promise<void> {
    const ran = await withDatabase(migrate);
    for (const name of ran) console.log(`ran ${name}`);
    console.log(ran.length > 0 ? 'The schema is up to date.' : 'The schema was up to date already.');
  }
}
