import { Command, CommandRunner, Option } from 'nest-commander';
import { examine } from './doctor/examine.js';
import { formatFindings } from './doctor/format-findings.js';
import { printableJson } from './printable.js';

@Command({
  name: 'doctor',
  description: 'check the configuration, the database and its content; exits with 1 when something is wrong',
})
export class DoctorCommand extends CommandRunner {
  override async run(_arguments: string[], { json }: { readonly json?: boolean }): Promise<void> {
    const findings = await examine();
    console.log(json ? printableJson(findings, 2) : formatFindings(findings));
    if (findings.some(({ verdict }) => verdict === 'wrong')) process.exitCode = 1;
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}
