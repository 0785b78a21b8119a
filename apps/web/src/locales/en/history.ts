/** What an event changed, as a history tells it: by the type of the event. */
export const history = {
  ListCreated: 'Created as {name}',
  ListRenamed: 'Renamed from {before} to {name}',
  ListRemoved: 'Moved to the trash',
  ListRestored: 'Restored from the trash',
  ListArchived: 'Archived',
  ListUnarchived: 'Taken out of the archive',
  ListTransferred: '{as, select, move {Moved to another workspace} other {Copied to another workspace}}',
  ListCopyTakenBack: 'Took back the copy in another workspace',
  ListReceived:
    '{as, select, move {Moved here from another workspace as {name}} other {Copied here from another workspace as {name}}}',
  // The history of a list shows the title beside it, and is about that list.
  TodoAdded: '{historyOf, select, list {Added} other {Added to {list} as {name}}}',
  TodoRenamed: 'Renamed from {before} to {name}',
  TodoNoted: '{noted, select, first {Note written} gone {Note taken away} other {Note changed}}',
  TodoPrioritised:
    'Priority changed from {priorityBefore, select, high {high} medium {medium} low {low} other {none}} to {priority, select, high {high} medium {medium} low {low} other {none}}',
  TodoCompleted: 'Completed',
  TodoCompletedBefore: 'Done since {doneAt}',
  TodoReopened: 'Reopened',
  TodoMoved: '{to, select, up {Moved up} down {Moved down} other {Moved from {listBefore} to {list}}}',
  TodoRenumbered: 'Kept in its place while others were moved',
  TodoRemoved: 'Moved to the trash',
  TodoRestored: 'Restored from the trash',
  unreadable: 'Something that this version of the app cannot read ({type})',
  TodoScheduled: '{wasDue, select, yes {Due on {due} instead of {dueBefore}} other {Due on {due}}}',
  TodoUnscheduled: 'Not due on {dueBefore} any more',
  TodoRecurrenceSet:
    '{wasRecurring, select, yes {Comes {recurrence} instead of {recurrenceBefore}} other {Comes {recurrence}}}',
  TodoRecurrenceEnded: 'Does not come {recurrenceBefore} any more',
  TodoOccurrenceCompleted: 'Done for {occurrence}, next on {due}',
  TodoOccurrenceSkipped: 'Skipped for {occurrence}, next on {due}',
  TodoOccurrenceTakenBack: 'Due on {due} once more',
};
