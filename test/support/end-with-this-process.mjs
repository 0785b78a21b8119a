import { spawn } from 'node:child_process';

/**
 * Ends another process, and removes its folder if it has one, when this process is gone, even when it was killed with
 * -9: then a pipe closes, and the shell behind it does the rest.
 */
export function endWithThisProcess(pid, folder, signal = 'INT') {
  const remove = folder === undefined ? '' : `&& sleep 2 && rm -rf '${folder}'`;
  afterThisProcess(`kill -${signal} ${pid} 2> /dev/null ${remove}`);
}

/** Removes a folder when this process is gone and has not done so itself; again, while others that are ended write into it. */
export function removeWithThisProcess(folder) {
  afterThisProcess(
    `for nth in $(seq 10); do [ -e '${folder}' ] || exit 0; sleep 1; rm -rf '${folder}'; done`,
  );
}

function afterThisProcess(command) {
  const script = `cat > /dev/null; ${command}`;
  const guard = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  guard.stdin.unref();
}
