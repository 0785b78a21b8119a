/** From the least to the most. 'none' is that of a to-do of which nobody has said anything. */
export const PRIORITIES = ['none', 'low', 'medium', 'high'] as const;

export type Priority = (typeof PRIORITIES)[number];
