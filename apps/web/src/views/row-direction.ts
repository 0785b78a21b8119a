/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Which way the rows of a list run. In a list whose name is written from right to left all of them do, so that the marks
 * stand in one column; in others each row runs as its title does.
 */
export function rowDirection(listName: string): 'rtl' | 'auto' {
  const [letter = ''] = /\p{L}/u.exec(listName) ?? [];
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'auto';
}
