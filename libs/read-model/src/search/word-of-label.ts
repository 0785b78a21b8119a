/**
 * What stands for a label in the index: its id, whatever it is called. Nobody types such a word, because no word begins with this
 * sign; a search looks up which labels are called what was typed.
 */
export const wordOfLabel = (labelId: string): string => `#${labelId.replaceAll('-', '')}`;
