import { Command, CommandRunner } from 'nest-commander';
import { UsageError } from '../exit-code.js';
import { DisableAccountCommand, EnableAccountCommand, MakeOwnerCommand } from './change-account.commands.js';
import { CreateAccountCommand, LinkAccountCommand } from './link-account.commands.js';
import { ListAccountsCommand } from './list-accounts.command.js';

@Command({
  name: 'account',
  description:
    'list, create, disable and enable accounts, and let people in who have forgotten their password',
  subCommands: [
    ListAccountsCommand,
    CreateAccountCommand,
    LinkAccountCommand,
    DisableAccountCommand,
    EnableAccountCommand,
    MakeOwnerCommand,
  ],
})
export class AccountCommand extends CommandRunner {
  override async run(): Promise<void> {
    await Promise.reject(
      new UsageError('Do what with accounts? garbanzo account list|create|link|disable|enable|make-owner'),
    );
  }
}

export const ACCOUNT_COMMANDS = [
  AccountCommand,
  ListAccountsCommand,
  CreateAccountCommand,
  LinkAccountCommand,
  DisableAccountCommand,
  EnableAccountCommand,
  MakeOwnerCommand,
];
