import type { StoredEvent } from '#libs/event-store';
import type { Findings } from './findings.js';

/**
 * Checks that the versions of each stream count up from 1 without gaps, and that its positions ascend.
 *
 * @param events complete streams, one after the other
 */
export function checkStreams(events: readonly StoredEvent[], findings: Findings): void {
  let before = { streamId: '', version: 0, position: 0 };
  for (const event of events) {
    const { streamId: key, version, position } = event;
    const previous = before.streamId === key ? before : { version: 0, position: 0 };
    const expected = previous.version + 1;
    if (version !== expected) {
      findings.differ({ table: 'events', key, column: 'version', expected, found: version });
    }
    if (position <= previous.position) {
      const after = `more than ${previous.position}`;
      findings.differ({ table: 'events', key, column: 'position', expected: after, found: position });
    }
    before = event;
  }
}
