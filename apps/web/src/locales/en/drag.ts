/** Dragging to-dos: what the handle is called, and what is told of each step to those who cannot see it. */
export const drag = {
  handle: 'Move: {title}',
  how: 'Press Space to pick it up, the arrows to move it, Space to drop it, and Escape to put it back.',
  'picked-up': '{title} picked up, {place}',
  place: '{nth} of {total}',
  dropped: 'Dropped, {place}',
  back: 'Back where it was',
};
