const HERE = 'config.publicUrl="https://todo.example.org"';
const FROM = 'mail.from="Garbanzo <todo@example.org>"';
const SERVER = 'mail.existingSecret="a"';
const ISSUER = 'oidc.issuer="https://id.example.org"';
const CLIENT = 'oidc.clientId="todo"';
const SECRET = 'oidc.existingSecret="a"';
const WORKER = 'component="worker"';

/** Values of accounts that go together. */
export const TAKEN = [
  [FROM, SERVER, HERE],
  ['mail.from="todo@example.org"', SERVER, HERE],
  [ISSUER, CLIENT, SECRET, 'tls.enabled=true', 'hosts=["todo.example.org"]'],
  ...['10.0.0.0/8, loopback', '2', 'true', 'fd00::/8', ''].map((proxies) => [
    `config.trustProxy=${JSON.stringify(proxies)}`,
  ]),
];

/** Those that do not: what they are, what Helm says of them, and the values. */
export const REFUSED = [
  ['a misspelt key of mails', /'form' not allowed/, ['mail.form="todo@example.org"']],
  ['a misspelt key of the provider', /'clientID' not allowed/, ['oidc.clientID="todo"']],
  ['a token in plain text', /'token' not allowed/, ['setUp.token="for everybody who reads this"']],
  ['a sender without a server', /\/mail\/existingSecret/, [FROM, HERE]],
  ['mails without an address for links', /\/config\/publicUrl/, [FROM, SERVER]],
  ['a sender that is no address', /\/mail\/from/, ['mail.from="Garbanzo"', SERVER, HERE]],
  ['a provider without a client', /\/oidc\/clientId/, [ISSUER, SECRET, HERE]],
  ['a provider without a secret', /\/oidc\/existingSecret/, [ISSUER, CLIENT, HERE]],
  ['a provider without an address to return to', /\/config\/publicUrl/, [ISSUER, CLIENT, SECRET]],
  ['a client without a provider', /\/oidc\/clientId/, [CLIENT]],
  ['accounts from a provider that is not there', /\/oidc\/signUp/, ['oidc.signUp=true']],
  [
    'a provider that anybody can listen to',
    /\/oidc\/issuer/,
    ['oidc.issuer="http://id.example.org"', CLIENT, SECRET, HERE],
  ],
  ['a path in the public address', /\/config\/publicUrl/, ['config.publicUrl="https://example.org/todo"']],
  ['another way to sign up', /\/config\/signUp/, ['config.signUp="everybody"']],
  ['proxies that are none', /\/config\/trustProxy/, ['config.trustProxy="somebody"']],
  ['a token for the worker', /\/setUp\/existingSecret/, [WORKER, 'setUp.existingSecret="a"']],
  ['mails of the worker', /\/mail\/from/, [WORKER, FROM, SERVER, HERE]],
  [
    'a volume in its place',
    /mountPath/,
    ['extraVolumeMounts=[{"name": "a", "mountPath": "/etc/garbanzo/people"}]'],
  ],
];
