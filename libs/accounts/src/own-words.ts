/** What pages call people who have no name there: the reader, those whose account is gone, and whoever gives commands; in each language. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'you',
  'somebody',
  'somebodywhohasleft',
  'whoeverrunsthisserver',
  'du',
  'jemand',
  'jemanddernichtmehrdaist',
  'werdiesenserverbetreibt',
]);

/** Whether a name would be taken for one of them, or for the mark beside the reader's own. */
export function isOwnWords(name: string): boolean {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}()]/gu, '');
  return OWN_WORDS.has(folded.replaceAll(/[()]/g, '')) || /\((?:you|du)\)$/.test(folded);
}
