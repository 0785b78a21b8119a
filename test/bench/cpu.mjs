import { readFileSync } from 'node:fs';

/** /proc counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

/** The processor time that a process has used until now, in milliseconds. */
function cpuOf(pid) {
  const [utime, stime] = statOf(pid).slice(11, 13).map(Number);
  return (utime + stime) * MS_PER_TICK;
}

/**
 * The processor time that a process and its children have used until now (milliseconds), also those children that have
 * ended: PostgreSQL has one for each connection.
 */
export function cpuOfTree(pid) {
  const [cutime, cstime] = statOf(pid).slice(13, 15).map(Number);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + cpuOf(child), cpuOf(pid) + (cutime + cstime) * MS_PER_TICK);
}

/** The fields of /proc/PID/stat behind the name, which may have blanks in it: the first one is the state. */
function statOf(pid) {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}
