import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = '/npm-cache';

/**
 * The options of buildah that let npm in the build reach what npm on this machine reaches: its registry, its proxy and
 * its certificates, and what it has downloaded already. They are mounted, so nothing of it is in the image.
 */
export function npmSettings(scratch) {
  const settings = JSON.parse(execFileSync('npm', ['config', 'list', '--json'], { encoding: 'utf8' }));
  const certificates = settings.cafile ?? process.env.NODE_EXTRA_CA_CERTS;
  const lines = Object.entries({
    registry: settings.registry,
    proxy: settings.proxy,
    'https-proxy': settings['https-proxy'],
    cafile: certificates,
    cache: CACHE,
    'prefer-offline': true,
  }).filter(([, value]) => value);
  const file = join(scratch, 'npmrc');
  writeFileSync(file, lines.map(([name, value]) => `${name}=${value}\n`).join(''));
  return [
    `--volume=${file}:/root/.npmrc:ro`,
    `--volume=${settings.cache}:${CACHE}`,
    ...(certificates ? [`--volume=${certificates}:${certificates}:ro`] : []),
  ];
}
