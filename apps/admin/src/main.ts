import 'reflect-metadata';
import 'temporal-polyfill/global';
import { constants } from 'node:os';
import { CommandFactory } from 'nest-commander';
import { AdminModule } from './admin.module.js';
import { APP_VERSION } from './app-version.js';
import { exitCodeOf, explain } from './exit-code.js';

// Process 1 of a container ends at a signal only if it listens; a command that ends in order does so by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
  });
}

await CommandFactory.run(AdminModule, {
  logger: false,
  cliName: 'garbanzo',
  version: APP_VERSION,
  // What commander has to say about usage; it has printed it already.
  errorHandler: (error) => process.exit(exitCodeOf(error)),
  serviceErrorHandler: (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = exitCodeOf(error);
  },
});
