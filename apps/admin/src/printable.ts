/** What moves the cursor of a terminal, makes a row of its own, or changes the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Somebody's text, such as a name, for a terminal. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, '�');
}

/** JSON that is read by programs, and seen by people: such characters stand in it as escapes, and only its own line breaks as they are. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(UNPRINTABLE, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

/** As JSON has it: a code unit of UTF-16 each. */
const escaped = (character: string) =>
  Array.from(
    { length: character.length },
    (_, index) => String.raw`\u` + character.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('');
