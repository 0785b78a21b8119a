/** A comparison as a row: met when the median of the rounds reaches what it should. */
export function ratioRow(what, baseline, result, atLeast) {
  const { subject, ratio, lowest, highest, p50, p99, cpu, baselineCpu } = result;
  const times = p50 === undefined ? '' : `, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return {
    what,
    measured: `${perSecond(subject)}${times}${describeCpu(cpu)}`,
    baseline: `${baseline} ${perSecond(result.baseline)}${describeCpu(baselineCpu)}`,
    ratio: `${ratio.toFixed(2)}x (${lowest.toFixed(2)}-${highest.toFixed(2)})`,
    target: atLeast === undefined ? '' : `${atLeast}x`,
    met: atLeast === undefined ? undefined : ratio >= atLeast,
  };
}

const describeCpu = (cpu) => (cpu === undefined ? '' : `, ${cpu.toFixed(2)} ms of CPU`);

/** A row that is reported, or held against limits of its own. */
export function plainRow(what, measured, { baseline = '', target = '', met } = {}) {
  return { what, measured, baseline, ratio: '', target, met };
}

export function printTable(rows) {
  const columns = ['what', 'measured', 'baseline', 'ratio', 'target', 'reached'];
  const cells = rows.map((row) => ({ ...row, reached: wordFor(row.met) }));
  const widths = columns.map((column) => Math.max(column.length, ...cells.map((row) => row[column].length)));
  const line = (texts) => `| ${texts.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  console.log(line(columns));
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  for (const row of cells) console.log(line(columns.map((column) => row[column])));
}

function wordFor(met) {
  if (met === undefined) return '';
  else return met ? 'met' : 'missed';
}

function perSecond(value) {
  return `${Math.round(value).toLocaleString('en')}/s`;
}
