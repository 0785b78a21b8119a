/** What any form says that was not taken as it was sent. */
export const forms = {
  'which-one-stays': 'Which one stays?',
  was: 'It was',
  now: 'It is now',
  'you-typed': 'You typed',
  'you-chose': 'You chose',
  'save-mine': 'Use mine',
  'keep-theirs': 'Keep theirs',
  'what-you-typed': 'What you typed',
  nothing: 'Nothing',
  unreadable: 'The form could not be read: {problems}. Reload the page and try again.',
  unknown: '“{field}” is not known',
  missing: '“{field}” is missing',
  'no-choice': '“{field}” is none of what can be chosen',
  nonsense: '“{field}” makes no sense',
  'no-text': 'The form holds something that is no text. Type it again.',
  'no-utf-8': 'The form holds something that is no text in UTF-8.',
};
