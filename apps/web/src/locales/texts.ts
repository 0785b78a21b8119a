import type { Language, Messages } from './catalogue.js';
import { de } from './de/index.js';
import { en } from './en/index.js';

export const CATALOGUE: Readonly<Record<Language, Messages>> = { en, de };
