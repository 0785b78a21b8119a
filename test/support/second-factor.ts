import type { Person } from './person.js';
import { CodeApp } from './totp.js';
import { PASSWORD, type EMAILS, type TwoAccounts } from './two-accounts.js';

export const PATH = '/account/second-factor';
export const STEP = '/sign-in/second-factor';

/** The recovery codes that a page shows. */
export const codesIn = (html: string) =>
  [...html.matchAll(/<code dir="auto">([a-z2-7-]{19})<\/code>/g)].map(([, code = '']) => code);

/** Puts the key that the page shows into an app. */
export async function begin(person: Person): Promise<CodeApp> {
  await person.post(`${PATH}/begin`, { password: PASSWORD });
  return CodeApp.of((await person.open(PATH)).text);
}

/** Somebody who has switched it on; the code for it is used up. */
export async function switchOn(two: TwoAccounts, who: keyof typeof EMAILS) {
  const person = await two.signIn(who);
  const app = await begin(person);
  const { text } = await person.postAndFollow(`${PATH}/confirm`, { code: app.code() });
  return { person, app, codes: codesIn(text) };
}

/** As if half a minute had passed: what the app shows now was not used yet. */
export const letTimePass = (two: TwoAccounts) =>
  two.run(`update second_factors set last_step = 0, failed_at = failed_at - interval '1 hour'`);
