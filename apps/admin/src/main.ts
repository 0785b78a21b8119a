import 'reflect-metadata';
import 'temporal-polyfill/global';
import { constants } from 'node:os';
import { CommandFactory } from 'nest-commander';
import { AdminModule } from './admin.module.js';
import { APP_VERSION } from './app-version.js';
import { exitCodeOf, explain } from './exit-code.js';

// As process 1 of a container, Node ends at a signal only if there is a listener. Commands that stop cleanly
// have a listener of their own.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
  });
}

await CommandFactory.run(AdminModule, {
  logger: false,
  cliName: 'garbanzo',
  version: APP_VERSION,
  // Errors of usage, which commander has printed already.
  errorHandler: (error) => process.exit(exitCodeOf(error)),
  serviceErrorHandler: (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = exitCodeOf(error);
  },
});
