import type { HealthIndicatorResult } from '@nestjs/terminus';

/** What must be so before a process can serve: the token under which an app gives its own list. */
export abstract class Readiness {
  abstract checks(): (() => Promise<HealthIndicatorResult>)[];
}
