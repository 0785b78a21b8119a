import { HttpException } from '@nestjs/common';
import { inEnglish, say, type MessageKey, type Values } from '../locales/index.js';

/** Says to its reader what to do, in their language, when it is answered; to who reads the log, in English. */
export class ToldError extends HttpException {
  constructor(
    status: number,
    readonly key: MessageKey,
    readonly values: Values = {},
  ) {
    super(
      inEnglish(() => say(key, values)),
      status,
    );
  }
}
