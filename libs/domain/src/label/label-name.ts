import { parseText } from '../text.js';

/** The longest name of a label, in Unicode code points. */
export const MAX_LABEL_LENGTH = 50;

export const parseLabelName = (raw: string) => parseText(raw, MAX_LABEL_LENGTH);

/**
 * What is the same for names that are taken for the same one: without case, and without what Unicode writes in several ways.
 * To capitals first, because some letters have several small ones, and some are two capitals.
 */
export function foldLabelName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
