import type { Person } from './person.js';

/** Where the lists of somebody are: the workspace in which they were last, as the page that they begin on says it. */
export async function homeOf(person: Person): Promise<string> {
  const { text } = await person.open('/');
  return /<a href="([^"]*)" data-to="lists"/.exec(text)?.[1] ?? '';
}
