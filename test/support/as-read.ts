/** A text as people read it: without the marks that keep the direction of inserted texts inside. */
export function asRead(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/g, '');
}
