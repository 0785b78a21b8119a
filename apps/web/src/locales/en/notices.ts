/** What has just happened, as the next page says it: by the type of the event. */
export const notices = {
  ListCreated: '{name} was created.',
  ListRenamed: '{before} is called {name} now.',
  ListRemoved: '{name} is in the trash, with everything in it.',
  ListRestored: '{name} is back, with everything in it.',
  ListArchived: '{name} is in the archive.',
  ListUnarchived: '{name} is among your lists again.',
  ListTransferred:
    '{as, select, move {{name} was moved to the other workspace, with everything in it.} other {{name} was copied to the other workspace, with everything in it.}}',
  ListCopyTakenBack: 'The copy of {name} is taken back: it is in the trash of the other workspace.',
  ListReceived:
    '{as, select, move {{name} was moved here, with everything in it.} other {{name} was copied here, with everything in it.}}',
  TodoAdded: '{name} was added at the end of the list.',
  TodoRenamed: '{before} is called {name} now.',
  TodoNoted:
    '{noted, select, first {{name} has a note now.} gone {{name} has no note any more.} other {The note on {name} was changed.}}',
  TodoPrioritised:
    '{priority, select, high {{name} has high priority now.} medium {{name} has medium priority now.} low {{name} has low priority now.} other {{name} has no priority any more.}}',
  TodoCompleted: '{name} is done.',
  TodoCompletedBefore: '{name} is done.',
  TodoReopened: '{name} is to be done again.',
  TodoMoved:
    '{to, select, up {{name} was moved up.} down {{name} was moved down.} other {{name} is in {list} now.}}',
  TodoRenumbered: '{name} has kept its place.',
  TodoRemoved: '{name} is in the trash.',
  TodoRestored: '{name} is back in its list.',
  // What was asked for was so before.
  nothing: 'That was so already. Nothing has changed.',
  TodoScheduled: '{name} is due on {due}.',
  TodoUnscheduled: '{name} has no due date any more.',
  TodoRecurrenceSet: '{name} comes {recurrence}.',
  TodoRecurrenceEnded: '{name} does not come again.',
  TodoOccurrenceCompleted: 'Done. Next: {weekday}',
  TodoOccurrenceSkipped: 'Skipped. Next: {weekday}',
  TodoOccurrenceTakenBack: '{name} is due on {due} once more.',
  TodoLabelled: '{name} has the label {label} now.',
  TodoUnlabelled: '{name} does not have the label {label} any more.',
  LabelCreated: 'The label {name} was created.',
  LabelRenamed: 'The label {before} is called {name} now.',
  LabelRecoloured: 'The colour of the label {name} is {colour} now.',
  LabelMerged: 'What had the label {name} has {into} now.',
  LabelUnmerged: 'The label {name} is one of its own again.',
  LabelRemoved: 'The label {name} was removed.',
  LabelRestored: 'The label {name} is back.',
};
