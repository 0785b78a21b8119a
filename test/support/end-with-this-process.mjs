import { spawn } from 'node:child_process';

/**
 * Ends another process, and removes its folder if it has one, when this process is gone, even when it was killed with
 * -9: then a pipe closes, and the shell behind it does the rest.
 */
export function endWithThisProcess(pid, folder, signal = 'INT') {
  const remove = folder === undefined ? '' : `&& sleep 2 && rm -rf '${folder}'`;
  const script = `cat > /dev/null; kill -${signal} ${pid} 2> /dev/null ${remove}`;
  const guard = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  guard.stdin.unref();
}
