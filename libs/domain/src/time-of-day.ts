const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text is a time of day such as `18:00`. */
export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text);
}
