import type { Phrase } from '../phrase.js';
import { GERMAN_DAYS } from './days.js';
import { GERMAN_RECURRENCES } from './recurrences.js';
import { GERMAN_TIMES } from './times.js';

export const GERMAN_PHRASES: readonly Phrase[] = [...GERMAN_DAYS, ...GERMAN_TIMES, ...GERMAN_RECURRENCES];
