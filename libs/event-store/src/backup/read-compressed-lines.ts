import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableBackupError } from './backup-format.js';

/** Bytes of text that are split into lines at a time. Memory use is a few times as much. */
const PIECE = 1 << 20;

/**
 * Reads the lines of a compressed text, many at a time. Text after the last line feed counts as a line.
 *
 * @throws UnreadableBackupError if the text is not compressed, is cut off or damaged
 */
export async function* readCompressedLines(file: Readable): AsyncGenerator<string[]> {
  // Errors of the file also reach the loop below, so this callback can ignore them.
  const text = pipeline(file, createGunzip({ chunkSize: PIECE }), () => undefined).setEncoding('utf8');
  let rest = '';
  let hasBegun = false;
  try {
    for await (const piece of text) {
      hasBegun = true;
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    throw explain(error, hasBegun);
  }
  if (rest !== '') yield [rest];
}

function explain(error: unknown, hasBegun: boolean): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') {
    return new UnreadableBackupError('The backup is cut off: its end is missing.', { cause: error });
  } else if (code === 'Z_DATA_ERROR') {
    const what = hasBegun
      ? 'The backup is damaged: it cannot be unpacked.'
      : 'This is no backup of Garbanzo.';
    return new UnreadableBackupError(what, { cause: error });
  } else {
    return error;
  }
}
