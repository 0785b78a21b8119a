import type { AccountRefusal, Outcome } from '#libs/accounts';

/** Why a command leaves an account as it is, and what to do. */
const REFUSALS: Readonly<Record<AccountRefusal, (email: string) => string>> = {
  'no-account': (email) =>
    `Nobody has an account with the address ${email}: garbanzo account list names those that there are.`,
  disabled: (email) => `${email} is disabled: run garbanzo account enable ${email} first.`,
  'last-owner': (email) =>
    `${email} is the only owner of this installation: make somebody else one first, with garbanzo account make-owner EMAIL.`,
};

/** @throws Error saying in words why nothing was done */
export function doneOrThrown<Done>(outcome: Outcome<Done>, email: string): Done {
  if (!outcome.ok) throw new Error(REFUSALS[outcome.refusal](email));
  return outcome.done;
}
