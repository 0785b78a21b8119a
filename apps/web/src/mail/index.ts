/** Mails to people. It knows no account: to whom a mail goes and what it says is for the caller to know. */
export { AfterAnswer } from './after-answer.js';
export { Mailer, type Mail } from './mailer.js';
