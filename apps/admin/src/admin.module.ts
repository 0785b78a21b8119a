import { Module } from '@nestjs/common';
import { MigrateCommand } from './migrate.command.js';
import { StatusCommand } from './status.command.js';

/** The `garbanzo` command line: one file per command. */
@Module({ providers: [MigrateCommand, StatusCommand] })
export class AdminModule {}
