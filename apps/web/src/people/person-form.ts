import type { Field, FormView } from '../views/index.js';

/** What was refused: a code that begins with the name of the field that it is about, and its words. */
export interface RefusedField {
  readonly field: string;
  readonly error: string;
  /** For how many seconds it will be refused. */
  readonly wait?: number;
}

/** A form about a person, as it was filled in. Passwords are never shown again. */
export function personForm(values: Readonly<Record<string, string>>, refused?: RefusedField): FormView {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Field] => {
      const shown = { id: idOf(name), name, value: name === 'password' ? '' : value };
      return [name, refused?.field === name ? { ...shown, error: refused.error } : shown];
    }),
  );
}

/** `timeZone` is shown in the element `time-zone`. */
const idOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Of a refusal such as `email-taken`, with what it says. */
export function refusedField(refusal: string, error: string): RefusedField {
  const [field = ''] = refusal.split('-');
  return { field, error };
}
