import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { addAccount, linkAccount, type AddRefusal } from '#libs/accounts';
import { UsageError } from '../exit-code.js';
import { doneOrThrown } from './done-or-thrown.js';
import { formatLink, reportLink } from './link-report.js';
import { webAddress } from './web-address.js';
import { withPeople } from './with-people.js';
import { printable, printableJson } from '../printable.js';

interface Options {
  readonly json?: boolean;
}

@SubCommand({
  name: 'create',
  arguments: '<email> <name>',
  description:
    'make an account, and print a link with which the person sets a password: once, within an hour',
})
export class CreateAccountCommand extends CommandRunner {
  override async run([email = '', name = '']: string[], { json }: Options): Promise<void> {
    const added = await withPeople((store) => addAccount(store, { email, name }));
    if (!added.ok) throw refusal(added.refusal, { email, name });
    const { token, isFirst } = added.done;
    const report = reportLink(token, webAddress());
    if (json) console.log(printableJson({ email, name, isFirst, ...report }, 2));
    else
      console.log([`${email} has an account.${isFirst ? FIRST : ''}`, formatLink(report, name)].join('\n'));
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

const FIRST = ' It is the first one, and owns this installation and everything in it.';

function refusal(reason: AddRefusal, { email, name }: Record<'email' | 'name', string>): Error {
  switch (reason) {
    case 'email-taken':
      return new Error(`${email} has an account already: garbanzo account link ${email} lets them in.`);
    case 'email-invalid':
      return new UsageError(`${email} is no e-mail address. Write it like this: mia@example.org`);
    case 'name-empty':
    case 'name-not-text':
    case 'name-too-long':
      return new UsageError(
        `"${printable(name)}" is no name. Give one line of text, in quotes if it has spaces.`,
      );
    case 'name-ours':
      return new UsageError(
        `Pages say "${printable(name)}" of people who have no name there. Give another one.`,
      );
  }
}

@SubCommand({
  name: 'link',
  arguments: '<email>',
  description: 'print a link with which somebody sets a new password: once, within an hour',
})
export class LinkAccountCommand extends CommandRunner {
  override async run(
    [email = '']: string[],
    { json, withoutSecondFactor = false }: Options & { readonly withoutSecondFactor?: boolean },
  ): Promise<void> {
    const linked = await withPeople((store) => linkAccount(store, email, { withoutSecondFactor }));
    const { token } = doneOrThrown(linked, email);
    const report = reportLink(token, webAddress());
    console.log(json ? printableJson({ email, ...report }, 2) : formatLink(report, email));
  }

  @Option({
    flags: '--without-second-factor',
    description: 'switch their second factor off as well: they have lost it, with the recovery codes',
  })
  parseWithoutSecondFactor(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}
