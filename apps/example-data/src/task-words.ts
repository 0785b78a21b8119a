/** What the tasks of a household are made of, by the list that they are in. */
export const WORDS = {
  home: {
    verbs: ['Repair', 'Clean', 'Look for', 'Sort out', 'Paint', 'Measure'],
    things: [
      'the tap in the kitchen',
      'the bicycle light',
      'the door of the shed',
      'the winter coats',
      'the shelf in the hall',
      'the oven',
      'the spare key',
      'the cellar',
      'the window in the bathroom',
    ],
    notes: [
      '- [ ] find the tools\n- [ ] take a photo before\n- [ ] put everything back',
      'Ask **next door** first: they have done the same.',
    ],
  },
  garden: {
    verbs: ['Plant', 'Cut', 'Cover', 'Order', 'Move'],
    things: [
      'the roses',
      'the apple tree',
      'the hedge',
      'the beans',
      'the tomatoes',
      'the herbs by the door',
    ],
    notes: ['Not before the *last frost*.', '1. dig\n2. water\n3. wait'],
  },
  school: {
    verbs: ['Sign', 'Pay for', 'Pack for', 'Read', 'Answer the letter about'],
    things: ['the class trip', 'swimming', 'the summer fair', 'the school choir', 'the parents’ evening'],
    notes: ['See <https://example.org/school>.', 'They need it **by Friday**, in an envelope.'],
  },
  paperwork: {
    verbs: ['Check', 'Send', 'Renew', 'Cancel', 'File', 'Call about'],
    things: [
      'the insurance',
      'the tax return',
      'the passport',
      'the library cards',
      'the phone contract',
      'the electricity bill',
      'the car inspection',
    ],
    notes: ['Customer number 0042-17.', '> We cannot find your letter.\n\nSend it again, with a date.'],
  },
} as const;

/** Of what goes on a checklist. */
export const STEPS = [
  'Measure first',
  'Ask how much it costs',
  'Find the papers',
  'Write to them',
  'Call again',
  'Take a photo',
  'Put it into the calendar',
  'Tell the others',
] as const;
