import { phrase, type Found, type Phrase } from '../phrase.js';
import { timeOf } from '../numbers.js';
import { isInTitle } from './words.js';

/** Times of day in words of English. */
export const ENGLISH_TIMES: readonly Phrase<'time'>[] = [
  phrase('time', 'anywhere', '(?:at )?(\\d{1,2})(?::(\\d{2}))? ?(am|pm)', unlessRange(twelveHours)),
  phrase(
    'time',
    'anywhere',
    'at (\\d{1,2}):(\\d{2})',
    unlessRange(({ groups: [hours = '', minutes = ''] }) => timeOf(hours, minutes)),
  ),
  phrase('time', 'anywhere', 'at noon', () => '12:00'),
  // Two digits: `John 3:16` is a verse.
  phrase(
    'time',
    'edge',
    '(\\d{2}):(\\d{2})',
    unlessRange(({ groups: [hours = '', minutes = ''] }) => timeOf(hours, minutes)),
  ),
  // What people call so begins at some time, which they see and can refuse.
  phrase('time', 'beside', '(?:in the )?morning', () => '09:00'),
  phrase('time', 'beside', '(?:in the )?afternoon', () => '15:00'),
  phrase('time', 'beside', '(?:in the )?evening', () => '19:00'),
];

function twelveHours({ groups: [hours = '', minutes = '', half = ''] }: Found): string | undefined {
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return undefined;
  return timeOf(String((hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)), minutes);
}

/** `from 9:00 to 17:00` is a time at which nothing is due. */
function unlessRange(read: (found: Found) => string | undefined) {
  return (found: Found) => (isInTitle(found) ? undefined : read(found));
}
