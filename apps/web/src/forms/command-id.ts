import { createHash } from 'node:crypto';
import { parse, stringify } from 'uuid';

/**
 * The id under which what a form asks for is stored: made of the form's `commandId`, where it is posted to and what is
 * in it. So the same form sent twice is one command, while another text typed into a page that was kept open, or was
 * come back to, is another command and not lost.
 *
 * It begins with the time that the form's id begins with, and is a uuid of version 7 as well.
 */
export function commandIdOf(path: string, form: Readonly<Record<string, unknown>>): string {
  const { commandId, ...fields } = form;
  const content = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256')
    .update(JSON.stringify([commandId, path, content]))
    .digest();
  const bytes = Uint8Array.from([...parse(String(commandId)).subarray(0, 6), ...digest.subarray(0, 10)]);
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x70], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  return stringify(bytes);
}
