import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { aptTool } from '../tools.mjs';

/** An authority of our own and a server certificate from it for `localhost`: the paths of their files. */
export async function makeCertificates(folder) {
  const openssl = await aptTool('openssl');
  const file = (name) => join(folder, name);
  const run = (...args) => runCommand(openssl, args);
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  for (const [name, subject] of [
    ['authority', '/CN=authority'],
    ['stranger', '/CN=stranger'],
  ]) {
    const out = ['-keyout', file(`${name}.key`), '-out', file(`${name}.crt`)];
    await run('req', '-x509', ...fresh, ...out, '-subj', subject);
  }
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost');
  const request = ['-keyout', file('server.key'), '-out', file('server.csr'), '-subj', '/CN=localhost'];
  await run('req', ...fresh.slice(0, -2), ...request);
  const signed = ['-CA', file('authority.crt'), '-CAkey', file('authority.key'), '-CAcreateserial'];
  const options = ['-days', '1', '-extfile', file('names'), '-out', file('server.crt')];
  await run('x509', '-req', '-in', file('server.csr'), ...signed, ...options);
  return {
    authority: file('authority.crt'),
    stranger: file('stranger.crt'),
    certificate: file('server.crt'),
    key: file('server.key'),
  };
}
