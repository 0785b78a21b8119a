import { setTimeout as pause } from 'node:timers/promises';
import type { Witness } from './witness.js';
import { SIGNED_IN } from '../support/somebody.mjs';

const EVERY_MS = 20;

/** I12: opens a page again and again until the signal, and looks whether it is whole each time. Answers how often. */
export async function watch(
  url: string,
  isWhole: (html: string) => boolean,
  { witness, signal }: { readonly witness: Witness; readonly signal: AbortSignal },
): Promise<number> {
  let looks = 0;
  for (; !signal.aborted; looks += 1) {
    const answer = await fetch(url, { headers: { accept: 'text/html', ...SIGNED_IN } }).catch(
      () => undefined,
    );
    if (answer?.status !== 200) witness.failures.push(`GET ${url}: ${answer?.status ?? 'no answer'}`);
    else if (!isWhole(await answer.text())) witness.broken.push(`I12: ${url} is not whole`);
    await pause(EVERY_MS);
  }
  return looks;
}
