import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { AdminModule } from './admin.module.js';
import { exitCodeOf, explain } from './exit-code.js';

await CommandFactory.run(AdminModule, {
  logger: false,
  cliName: 'garbanzo',
  // What commander has to say about usage; it has printed it already.
  errorHandler: (error) => process.exit(exitCodeOf(error)),
  serviceErrorHandler: (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = exitCodeOf(error);
  },
});
