/** What was done to many to-dos at once, and to how many of those that were chosen it could not be done. */
export const many = {
  'told-TodoCompleted': '{count, plural, one {# to-do is done.} other {# to-dos are done.}}',
  'told-TodoCompletedBefore':
    '{count, plural, one {# to-do is done again.} other {# to-dos are done again.}}',
  'told-TodoReopened':
    '{count, plural, one {# to-do is to be done again.} other {# to-dos are to be done again.}}',
  'told-TodoMoved': '{count, plural, one {# to-do is in {list} now.} other {# to-dos are in {list} now.}}',
  'told-TodoRemoved': '{count, plural, one {# to-do is in the trash.} other {# to-dos are in the trash.}}',
  'told-TodoRestored':
    '{count, plural, one {# to-do is back in its list.} other {# to-dos are back in their list.}}',
  'past-TodoCompleted': '{count, plural, one {# to-do completed} other {# to-dos completed}}',
  'past-TodoCompletedBefore': '{count, plural, one {# to-do done again} other {# to-dos done again}}',
  'past-TodoReopened': '{count, plural, one {# to-do reopened} other {# to-dos reopened}}',
  'past-TodoMoved':
    '{count, plural, one {# to-do moved from {listBefore} to {list}} other {# to-dos moved from {listBefore} to {list}}}',
  'past-TodoRemoved': '{count, plural, one {# to-do moved to the trash} other {# to-dos moved to the trash}}',
  'past-TodoRestored':
    '{count, plural, one {# to-do restored from the trash} other {# to-dos restored from the trash}}',
  'undo-TodoCompleted': 'They are to be done again.',
  'undo-TodoCompletedBefore': 'They are to be done again.',
  'undo-TodoReopened': 'They are done again, as they were before.',
  'undo-TodoMoved': 'They go back to {listBefore}, to the places that they had there.',
  'undo-TodoRemoved': 'They come back to their list.',
  'undo-TodoRestored': 'They go to the trash again.',
  'left-already': '{count, plural, one {# was so already.} other {# were so already.}}',
  'left-trash':
    '{count, plural, one {# is in the trash, and was left as it is.} other {# are in the trash, and were left as they are.}}',
  'left-moved':
    '{count, plural, one {# is in another list meanwhile, and was left there.} other {# are in another list meanwhile, and were left there.}}',
  'left-changed':
    '{count, plural, one {# has been changed since, and was left as it is.} other {# have been changed since, and were left as they are.}}',
  'left-target':
    '{count, plural, one {# was left where it is: the list that you have chosen is in the trash.} other {# were left where they are: the list that you have chosen is in the trash.}}',
  'left-before':
    '{count, plural, one {# was left where it is: the list that it was in before is in the trash.} other {# were left where they are: the list that they were in before is in the trash.}}',
  'left-missing': '{count, plural, one {# is not there.} other {# are not there.}}',
  'left-item': 'This item is not on the checklist any more. Nothing was changed.',
  'told-TodoAdded': '{count, plural, one {# to-do was added.} other {# to-dos were added.}}',
  'past-TodoAdded': '{count, plural, one {# to-do added} other {# to-dos added}}',
  'undo-TodoAdded': 'They go to the trash.',
  'told-TodoLabelled':
    '{count, plural, one {# to-do has the label {label} now.} other {# to-dos have the label {label} now.}}',
  'told-TodoUnlabelled':
    '{count, plural, one {# to-do does not have the label {label} any more.} other {# to-dos do not have the label {label} any more.}}',
  'past-TodoLabelled': '{count, plural, one {# to-do labelled {label}} other {# to-dos labelled {label}}}',
  'past-TodoUnlabelled':
    '{count, plural, one {Label {label} taken off # to-do} other {Label {label} taken off # to-dos}}',
  'undo-TodoLabelled': 'The label {label} is taken off them again.',
  'undo-TodoUnlabelled': 'They have the label {label} again.',
};
