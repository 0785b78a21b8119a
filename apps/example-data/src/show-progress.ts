const EVERY = 2_500;
const begun = performance.now();

/** How far it is: a line that is overwritten on a terminal, and lines elsewhere. */
export function showProgress(done: number, total: number): void {
  if (done % EVERY !== 0 && done !== total) return;
  const seconds = (performance.now() - begun) / 1_000;
  const left = Math.ceil((seconds / done) * (total - done));
  const [start, end] = process.stderr.isTTY ? ['\r\u001B[2K', done === total ? '\n' : ''] : ['', '\n'];
  const line = `make: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} commands, ${Math.round(done / seconds).toLocaleString('en')}/s, ${left} s left`;
  process.stderr.write(`${start}${line}${end}`);
}
