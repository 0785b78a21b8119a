import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const READS_FROM = Symbol('reads from');

/** `either` is the replica where that is right, and else the primary. */
export type Source = 'primary' | 'either' | 'none';

/** Where the pages of a controller are read from. A test sees that each says it. */
export const ReadsFrom = (source: Source): CustomDecorator<symbol> => SetMetadata(READS_FROM, source);
