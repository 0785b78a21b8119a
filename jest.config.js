/** Tests run as ES modules, straight from the TypeScript sources (the `source` import condition). */
const common = {
  rootDir: '.',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['temporal-polyfill/global'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

/** Beside the code: nothing is built for them, and no PostgreSQL is started. */
const unit = {
  ...common,
  displayName: 'unit',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations'],
  testEnvironment: 'node',
};

/** What takes more than one lib: on a real PostgreSQL, some of it with the processes as they are built. */
const integration = {
  ...common,
  displayName: 'integration',
  roots: ['<rootDir>/test'],
  testEnvironment: '<rootDir>/test/support/closing-environment.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  projects: [unit, integration],
  // Only what hangs takes so long, on however busy a machine: nothing but test/timed measures time.
  testTimeout: 180_000,
  maxWorkers: 2,
  // Modules of ES are kept for as long as a process lives: after some hundred files it would run out of memory.
  workerIdleMemoryLimit: '1GB',
};
