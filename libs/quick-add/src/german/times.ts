import { phrase, type Found, type Phrase } from '../phrase.js';
import { timeOf } from '../numbers.js';
import { isInTitle } from './words.js';

/** Times of day in words of German. */
export const GERMAN_TIMES: readonly Phrase<'time'>[] = [
  phrase('time', 'anywhere', '(?:um |gegen )?(\\d{1,2})(?:[:.](\\d{2}))? ?Uhr(?: (\\d{2}))?', clock),
  phrase('time', 'anywhere', 'um (\\d{1,2})[:.](\\d{2})', clock),
  // Two digits: `Johannes 3:16` is a verse.
  phrase('time', 'edge', '(\\d{2}):(\\d{2})', clock),
  // What people call so begins at some time, which they see and can refuse.
  phrase('time', 'beside', '(?:früh|morgen)', () => '09:00'),
  phrase('time', 'beside', '(?:vormittag)', () => '10:00'),
  phrase('time', 'beside', '(?:mittag)', () => '12:00'),
  phrase('time', 'beside', '(?:nachmittag)', () => '15:00'),
  phrase('time', 'beside', '(?:abend)', () => '19:00'),
];

/** `von 9 Uhr bis 17 Uhr` is a time at which nothing is due. */
function clock(found: Found): string | undefined {
  const [hours = '', minutes = '', more = ''] = found.groups;
  return isInTitle(found) ? undefined : timeOf(hours, minutes || more);
}
