import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { disableAccount, enableAccount, makeInstanceOwner } from '#libs/accounts';
import { counted } from '../counted.js';
import { doneOrThrown } from './done-or-thrown.js';
import { withPeople } from './with-people.js';
import { printableJson } from '../printable.js';

interface Options {
  readonly json?: boolean;
}

@SubCommand({
  name: 'disable',
  arguments: '<email>',
  description: 'let somebody in no more, and sign them out everywhere at once; what they have written stays',
})
export class DisableAccountCommand extends CommandRunner {
  override async run([email = '']: string[], { json }: Options): Promise<void> {
    const { ended } = doneOrThrown(await withPeople((store) => disableAccount(store, email)), email);
    if (json) console.log(printableJson({ email, endedSessions: ended }));
    else console.log(`${email} is disabled, and ${counted(ended, 'session')} ended.`);
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

@SubCommand({
  name: 'enable',
  arguments: '<email>',
  description: 'let somebody in again who was disabled',
})
export class EnableAccountCommand extends CommandRunner {
  override async run([email = '']: string[], { json }: Options): Promise<void> {
    doneOrThrown(await withPeople((store) => enableAccount(store, email)), email);
    console.log(json ? printableJson({ email }) : `${email} can sign in.`);
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

@SubCommand({
  name: 'make-owner',
  arguments: '<email>',
  description: 'make somebody an owner of the whole installation, beside those who are',
})
export class MakeOwnerCommand extends CommandRunner {
  override async run([email = '']: string[], { json }: Options): Promise<void> {
    doneOrThrown(await withPeople((store) => makeInstanceOwner(store, email)), email);
    console.log(json ? printableJson({ email }) : `${email} is an owner of this installation.`);
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}
