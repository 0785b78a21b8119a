import { counted } from '../counted.js';
import type { Examined } from './examine.js';
import type { Verdict } from './finding.js';

const SIGNS: Readonly<Record<Verdict, string>> = { well: '✓', note: '!', wrong: '✗' };

/** A line for each finding, and below it what to do. */
export function formatFindings(findings: readonly Examined[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const indent = ' '.repeat(width + 4);
  const lines = findings.flatMap(({ check, verdict, text, remedy }) => [
    `${SIGNS[verdict]} ${check.padEnd(width)}  ${text.replaceAll('\n', `\n${indent}`)}`,
    ...(remedy === undefined ? [] : [`${indent}→ ${remedy}`]),
  ]);
  return [...lines, '', conclude(findings)].join('\n');
}

function conclude(findings: readonly Examined[]): string {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const notes = count('note') > 0 ? `, ${counted(count('note'), 'note')}` : '';
  return count('wrong') === 0
    ? `Nothing is wrong${notes}.`
    : `${counted(count('wrong'), 'thing')} wrong${notes}.`;
}
