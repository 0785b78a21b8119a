import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chart, installs, render } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';

export const name = 'the chart is linted, renders the same twice and packages the same twice';

export async function run({ environment, scratch, step }) {
  for (const install of installs) {
    await step(`helm lint --strict and template: ${install.release}`, async () => {
      await lint(install, environment);
      await mustRenderAlike(install, environment);
    });
  }
  await step('a random value is noticed', () => refuseRandomValue(scratch, environment));
  await step('the chart packages to the same bytes twice', () => mustPackageAlike(scratch, environment));
}

async function lint({ values }, env) {
  await runCommand(await helm(), ['lint', '--strict', chart, '--values', values], { env });
}

/** No random value and no time, or every deployment would change something. */
async function mustRenderAlike(install, env, folder = chart) {
  const [first, second] = [await render(install, env, [], folder), await render(install, env, [], folder)];
  if (first !== second) throw new Error(`${install.release} renders differently the second time`);
}

async function refuseRandomValue(scratch, env) {
  const copy = join(scratch, 'random');
  cpSync(chart, copy, { recursive: true });
  appendFileSync(join(copy, 'templates/service.yaml'), '# {{ randAlphaNum 8 }}\n');
  await mustRefuse('a random value', /differently/, () => mustRenderAlike(installs[0], env, copy));
}

/** Also when the files are of another age, as in another clone. Helm alone makes another archive of them. */
async function mustPackageAlike(scratch, environment) {
  const PATH = [dirname(await helm()), environment.PATH].join(delimiter);
  const mustBeAlike = async (...packager) => {
    const packages = [2001, 2020].map((year) => packageOfYear(year, packager, { scratch, PATH }));
    const [first, second] = await Promise.all(packages);
    if (!first.equals(second)) throw new Error(`${packager.join(' ')} makes another archive each time`);
  };
  await mustBeAlike(join(root, 'k8s/package-chart.sh'));
  await mustRefuse('what Helm makes by itself', /another archive/, () => mustBeAlike('helm', 'package'));
}

async function packageOfYear(year, [program, ...args], { scratch, PATH }) {
  const copy = mkdtempSync(join(scratch, 'package-'));
  cpSync(chart, join(copy, 'garbanzo'), { recursive: true });
  const time = new Date(year, 1);
  utimesSync(join(copy, 'garbanzo/Chart.yaml'), time, time);
  await runCommand(program, [...args, join(copy, 'garbanzo'), '--destination', copy], { env: { PATH } });
  const archive = readdirSync(copy).find((file) => file.endsWith('.tgz'));
  return readFileSync(join(copy, archive));
}
