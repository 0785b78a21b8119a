/** All that there are. The one that everybody begins with is the first. */
export const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** With the one that somebody has chosen, though it may be another name of one of them. */
export function timeZonesWith(chosen: string): readonly string[] {
  return TIME_ZONES.includes(chosen) ? TIME_ZONES : [chosen, ...TIME_ZONES];
}
