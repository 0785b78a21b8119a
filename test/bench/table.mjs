/** A comparison as a row: met when the median of the rounds reaches what it should. */
export function ratioRow(what, baseline, result, atLeast) {
  const { subject, ratio, lowest, highest, p50, p99 } = result;
  const times = p50 === undefined ? '' : `, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return {
    what,
    measured: `${perSecond(subject)}${times}`,
    baseline: `${baseline} ${perSecond(result.baseline)}`,
    ratio: `${ratio.toFixed(2)}x (${lowest.toFixed(2)}-${highest.toFixed(2)})`,
    target: `${atLeast.toFixed(2)}x`,
    met: ratio >= atLeast,
  };
}

/** A row that is reported, or held against limits of its own. */
export function plainRow(what, measured, target = '', met) {
  return { what, measured, baseline: '', ratio: '', target, met };
}

export function printTable(rows) {
  const columns = ['what', 'measured', 'baseline', 'ratio', 'target'];
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  console.log(`${line(columns)}   |`);
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|---|`);
  for (const row of rows) console.log(`${line(columns.map((column) => row[column]))} ${mark(row.met)} |`);
}

function mark(met) {
  if (met === undefined) return ' ';
  else return met ? '✓' : '✗';
}

function perSecond(value) {
  return `${Math.round(value).toLocaleString('en')}/s`;
}
