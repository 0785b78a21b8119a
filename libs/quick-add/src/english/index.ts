import type { Phrase } from '../phrase.js';
import { ENGLISH_DAYS } from './days.js';
import { ENGLISH_RECURRENCES } from './recurrences.js';
import { ENGLISH_TIMES } from './times.js';

export const ENGLISH_PHRASES: readonly Phrase[] = [...ENGLISH_DAYS, ...ENGLISH_TIMES, ...ENGLISH_RECURRENCES];
