import { ForbiddenException } from '@nestjs/common';

/** It is known who asks, and they may not do it. */
export class NotAllowedError extends ForbiddenException {}
