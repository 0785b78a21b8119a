/** What is sent by e-mail. */
export const mails = {};
