import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { Command } from 'commander';
import { InjectCommander } from 'nest-commander';
import { BackupCommand } from './backup.command.js';
import { DoctorCommand } from './doctor.command.js';
import { EraseCommand, EraseWorkspaceCommand } from './erase.command.js';
import { exitCodeOf } from './exit-code.js';
import { MigrateCommand } from './migrate.command.js';
import { ParkedCommand, RetryParkedCommand } from './parked.command.js';
import { ACCOUNT_COMMANDS } from './people/account.command.js';
import { AuditCommand } from './people/audit.command.js';
import { WORKSPACE_COMMANDS } from './people/workspace.command.js';
import { ReplayCommand } from './replay.command.js';
import { RestoreCommand } from './restore.command.js';
import { StatusCommand } from './status.command.js';
import { VerifyCommand } from './verify.command.js';

/** The `garbanzo` command line: one file per command. */
@Module({
  providers: [
    ...ACCOUNT_COMMANDS,
    AuditCommand,
    BackupCommand,
    DoctorCommand,
    EraseCommand,
    EraseWorkspaceCommand,
    MigrateCommand,
    ParkedCommand,
    ReplayCommand,
    RestoreCommand,
    RetryParkedCommand,
    StatusCommand,
    VerifyCommand,
    ...WORKSPACE_COMMANDS,
  ],
})
export class AdminModule implements OnApplicationBootstrap {
  constructor(@InjectCommander() private readonly program: Command) {}

  /**
   * When a command is used wrongly, commander would exit with code 1. This makes it exit with our own codes.
   */
  onApplicationBootstrap(): void {
    useOurExitCodes(this.program.commands);
  }
}

function useOurExitCodes(commands: readonly Command[]): void {
  for (const command of commands) {
    command.exitOverride((error) => process.exit(exitCodeOf(error)));
    useOurExitCodes(command.commands);
  }
}
