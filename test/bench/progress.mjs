/**
 * Says how far the run is: one line that is written over on a terminal, plain lines every few seconds elsewhere.
 *
 * @param expectedSeconds of the whole run
 */
export function createProgress(expectedSeconds) {
  const started = Date.now();
  let lastLine = 0;
  return (what, done, all, perSecond) => {
    const seconds = Math.round((Date.now() - started) / 1_000);
    const left = Math.max(0, expectedSeconds - seconds);
    const rate = perSecond === undefined ? '' : ` at ${Math.round(perSecond).toLocaleString('en')}/s`;
    const line = `${what}: ${done} of ${all}${rate}; ${seconds} s, about ${left} s left`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
    else if (Date.now() - lastLine > 5_000) {
      lastLine = Date.now();
      process.stderr.write(`${line}\n`);
    }
  };
}
