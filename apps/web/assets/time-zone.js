// Where nobody has chosen a time zone yet, it is the one of the browser, for its reader to keep or change.

const zones = document.querySelector('[data-time-zone]');
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

// A browser that goes back puts there what was chosen before.
if (timeZone && zones?.value === 'UTC') {
  // It may know the zone by another of its names, which the server knows as well.
  if (![...zones.options].some(({ value }) => value === timeZone)) zones.add(new Option(timeZone));
  zones.value = timeZone;
}
