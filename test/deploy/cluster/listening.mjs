import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTEN = '0A';
/** 127.x.x.x, in the byte order of /proc; and the same within IPv6. */
const LOOPBACK = /^(?:[0-9A-F]{6}7F|0{16}F{4}0{4}[0-9A-F]{6}7F|0{24}01000000):/;

/** @throws Error naming each address that one of these processes listens on and that others can reach */
export function mustListenOnLoopback(pids) {
  const inodes = new Set(pids.flatMap(socketsOf));
  const listening = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTEN && inodes.has(columns[9]))
      .map((columns) => columns[1]),
  );
  if (listening.length === 0) throw new Error('Nobody listens');
  const open = listening.filter((address) => !LOOPBACK.test(address));
  if (open.length > 0) throw new Error(`Others can reach ${open.join(', ')}`);
}

function socketsOf(pid) {
  return readdirSync(`/proc/${pid}/fd`)
    .map((name) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${name}`))?.[1])
    .filter((inode) => inode !== undefined);
}

function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    // It has been closed since.
    return '';
  }
}
