/** Which lib may enter which; every lib but domain may also enter platform. See docs/architecture.md. */
const LIBS = {
  domain: [],
  platform: [],
  'event-store': [],
  jobs: [],
  accounts: ['domain', 'event-store'],
  'quick-add': ['domain'],
  'read-model': [],
  commands: ['domain', 'event-store', 'jobs'],
  projections: ['domain', 'event-store', 'read-model'],
  queries: ['domain', 'event-store', 'read-model'],
};

const APPS = {
  web: ['accounts', 'commands', 'queries', 'quick-add', 'platform'],
  worker: ['projections', 'jobs', 'read-model', 'platform'],
  admin: ['accounts', 'projections', 'event-store', 'jobs', 'read-model', 'platform'],
  local: ['platform'],
  // It does what commands do, with a clock of its own.
  'example-data': ['accounts', 'domain', 'event-store', 'platform'],
};

const SPEC = '\\.spec\\.ts$';
const ROOT = '^(?:test/boundaries/fixture/)?';
const libs = (names) => `${ROOT}libs/(?:${names.join('|')})/`;

const libRules = Object.entries(LIBS).map(([name, entered]) => ({
  name: `lib-${name}`,
  comment: `libs/${name} enters only: ${entered.join(', ') || 'nothing'}${name === 'domain' ? '' : ', platform'}`,
  severity: 'error',
  from: { path: libs([name]), pathNot: SPEC },
  to: {
    path: `${ROOT}(libs|apps|migrations|test)/`,
    pathNot: libs([name, ...entered, ...(name === 'domain' || name === 'platform' ? [] : ['platform'])]),
  },
}));

const appRules = Object.entries(APPS).map(([name, entered]) => ({
  name: `app-${name}`,
  comment: `apps/${name} enters only: ${entered.join(', ') || 'no lib'}`,
  severity: 'error',
  // The module of web also says which readiness it has, and so puts the read model in.
  from: { path: `${ROOT}apps/${name}/`, pathNot: `${SPEC}|web\\.module\\.ts$` },
  to: {
    path: `${ROOT}(libs|apps)/`,
    pathNot: `${ROOT}apps/${name}/${entered.length ? `|${libs(entered)}` : ''}`,
  },
}));

const packageRule = (name, path, allowed) => ({
  name: `package-${name}`,
  comment: `${name} is used only in ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: `${ROOT}(libs|apps|migrations)/`, pathNot: `${ROOT}(${allowed.join('|')})/|${SPEC}` },
  to: { path },
});

module.exports = {
  forbidden: [
    ...libRules,
    ...appRules,
    {
      name: 'domain-is-pure',
      comment:
        'libs/domain imports nothing, not even what Node brings along, but a library that reckons what comes again',
      severity: 'error',
      from: { path: libs(['domain']), pathNot: SPEC },
      to: {
        pathNot: 'node_modules/rrule-temporal/',
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'front-doors-of-libs',
      comment: 'a lib enters another by its index.ts only',
      severity: 'error',
      from: { path: `${ROOT}libs/([^/]+)/` },
      to: { path: `${ROOT}libs/`, pathNot: `${ROOT}libs/(?:$1/|[^/]+/src/index\\.ts$)` },
    },
    {
      name: 'front-doors',
      comment: 'everything else enters a lib by its index.ts only',
      severity: 'error',
      from: { path: `${ROOT}(?:apps|migrations|test)/`, pathNot: '^test/boundaries/fixture/libs/' },
      to: { path: `${ROOT}libs/`, pathNot: `${ROOT}libs/[^/]+/src/index\\.ts$` },
    },
    {
      name: 'migrations',
      comment: 'migrations enter only jobs and platform',
      severity: 'error',
      from: { path: `${ROOT}migrations/`, pathNot: SPEC },
      to: { path: `${ROOT}(libs|apps)/`, pathNot: libs(['jobs', 'platform']) },
    },
    packageRule('pg', 'node_modules/pg/', ['libs/platform', 'libs/event-store', 'apps/local']),
    packageRule('chrono-node', 'node_modules/chrono-node/', ['libs/quick-add']),
    packageRule('pg-boss', 'node_modules/pg-boss/', ['libs/jobs']),
    packageRule('mikro-orm', 'node_modules/(@mikro-orm|kysely)/', [
      'libs/accounts',
      'libs/read-model',
      'libs/projections',
      'libs/queries',
      'libs/platform',
      'migrations',
    ]),
    {
      name: 'no-cycles',
      comment: 'two files never need each other',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'an import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
