import { presentLocale } from './present-locale.js';
import { TAGS } from './tags.js';

const [MINUTE, HOUR] = [60, 60 * 60];

/** `2 minutes`, rounded up, so that nobody comes too early. */
export function durationWords(seconds: number): string {
  if (seconds <= 1.5 * MINUTE) return counted(seconds, 'second');
  else if (seconds <= 1.5 * HOUR) return counted(Math.ceil(seconds / MINUTE), 'minute');
  else return counted(Math.ceil(seconds / HOUR), 'hour');
}

function counted(count: number, unit: 'second' | 'minute' | 'hour'): string {
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(TAGS[presentLocale().language], style).format(count);
}
