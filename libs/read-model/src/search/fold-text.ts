/*
 * The same word however it is written: without case, accents and forms of letters. The database is not asked, because what it
 * makes of letters depends on its locale, and it would have to make the same of them for ever.
 */

/** Letters that Unicode does not take apart into a letter and a mark, but that people who lack them type without it. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  // The same letters in Greek at the end of a word, and on Arabic and Persian keyboards.
  ς: 'σ',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
};

const HAS_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/**
 * What is written without by many. In scripts of India and South East Asia, and in Japanese, marks are letters: they are not
 * among these.
 */
const MARKS = {
  accents: '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
  cyrillic: '\\u0483-\\u0487',
  hebrew: '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
  arabic:
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed',
  notDisplayed: '\\p{Default_Ignorable_Code_Point}',
};

const LEFT_OUT = new RegExp(`[${Object.values(MARKS).join('')}]`, 'gu');

/** A letter with its marks, two of which Unicode takes for letters; they are put together again only among themselves. */
const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

const ASCII = /^[\0-\x7f]*$/;

export interface FoldedText {
  readonly text: string;
  /** Where in the original each character of it comes from; one more for the end. */
  readonly origins: readonly number[];
}

/** The text as it is compared, and where in the original each of its characters stands. */
export function foldText(original: string): FoldedText {
  let text = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(index);
  }
  return { text, origins: [...origins, original.length] };
}

function foldCluster(cluster: string): string {
  if (ASCII.test(cluster)) return cluster.toLowerCase();
  return cluster
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(LEFT_OUT, '')
    .replaceAll(HAS_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}
