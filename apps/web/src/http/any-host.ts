import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const ANY_HOST = Symbol('any host');

/** For what holds nothing of anybody: it is answered whatever name it is asked under. */
export const AnyHost = (): CustomDecorator<symbol> => SetMetadata(ANY_HOST, true);
