/** The priority of a to-do. */
export const priority = {
  label: 'Priority',
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  // What a row says of its to-do: the sign in it says it to the eye.
  is: '{priority, select, high {High priority} medium {Medium priority} other {Low priority}}',
};
