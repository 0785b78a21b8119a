/** What only scripts say. They know no plurals: a text with a number has one key for one and another for more. */
export const scripts = {};
