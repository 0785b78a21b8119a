/** What taking an event back changes: by the type of the event. */
export const undoing = {
  ListCreated: 'The list goes to the trash, with everything in it.',
  ListRenamed: 'It is called {before} again.',
  ListRemoved: 'The list comes back, with everything in it.',
  ListRestored: 'The list goes to the trash again, with everything in it.',
  ListArchived: 'The list comes out of the archive.',
  ListUnarchived: 'The list goes back into the archive.',
  ListTransferred:
    '{as, select, move {The list comes back here, and what was made of it in the other workspace goes to the trash there.} other {The copy in the other workspace goes to the trash there. The list here stays as it is.}}',
  ListCopyTakenBack: 'The list is copied to the other workspace once more.',
  ListReceived: 'The list goes to the trash here. In the workspace that it came from, nothing changes.',
  TodoAdded: 'The to-do goes to the trash.',
  TodoRenamed: 'It is called {before} again.',
  TodoNoted:
    '{noted, select, first {Its note is taken away.} gone {Its note comes back.} other {Its note is again what it was before.}}',
  TodoPrioritised:
    '{priorityBefore, select, high {It has high priority again.} medium {It has medium priority again.} low {It has low priority again.} other {It has no priority again.}}',
  TodoCompleted: 'It is to be done again.',
  TodoCompletedBefore: 'It is to be done again.',
  TodoReopened: '{isKnown, select, yes {It is done again: {doneAt}.} other {It is done again.}}',
  TodoMoved:
    '{to, select, other {It goes back to {listBefore}, to the place that it had there.} up {It goes back to the place that it had in its list.} down {It goes back to the place that it had in its list.}}',
  TodoRenumbered: 'Nothing changes.',
  TodoRemoved: 'It comes back to its list.',
  TodoRestored: 'It goes to the trash again.',
  TodoScheduled: '{wasDue, select, yes {It is due on {dueBefore} again.} other {It has no due date again.}}',
  TodoUnscheduled: 'It is due on {dueBefore} again.',
  TodoRecurrenceSet:
    '{wasRecurring, select, yes {It comes {recurrenceBefore} again.} other {It comes once again.}}',
  TodoRecurrenceEnded: 'It comes {recurrenceBefore} again.',
  TodoOccurrenceCompleted: 'It is due on {dueBefore} again.',
  TodoOccurrenceSkipped: 'It is due on {dueBefore} again.',
  TodoOccurrenceTakenBack: 'It is due on {dueBefore} again.',
  TodoLabelled: 'The label {label} is taken off again.',
  TodoUnlabelled: 'It has the label {label} again.',
  LabelCreated: 'The label {name} is removed.',
  LabelRenamed: 'The label is called {before} again.',
  LabelRecoloured: 'The colour of the label is {colourBefore} again.',
  LabelMerged: 'The label {name} is one of its own again, on all to-dos that had it.',
  LabelUnmerged: 'What has the label {name} has {intoBefore} again.',
  LabelRemoved: 'The label {name} comes back, on all to-dos that had it.',
  LabelRestored: 'The label {name} is removed again.',
};
