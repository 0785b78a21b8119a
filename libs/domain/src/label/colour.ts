/** The colours that a label can have. What each looks like, on a light page and on a dark one, is for the style sheets to say. */
export const LABEL_COLOURS = [
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;

export type LabelColour = (typeof LABEL_COLOURS)[number];

/** The one for the next of so many labels: each comes in its turn, but for grey, which somebody has to choose. */
export function nextColour(count: number): LabelColour {
  const [grey, ...bright] = LABEL_COLOURS;
  return bright[count % bright.length] ?? grey;
}
