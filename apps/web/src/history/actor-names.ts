import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindNames } from '#libs/accounts';
import type { HistoryEntry } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { say } from '../locales/index.js';
import type { NameOf } from './history-days.js';

/** Under which everybody acted in version 0.1.0, which had no accounts. */
const BEFORE_ACCOUNTS = '00000000-0000-7000-8000-000000000002';

/** What to call those who did something: events have an id and never a name. */
@Injectable()
export class ActorNames {
  constructor(private readonly names: FindNames) {}

  async of(request: FastifyRequest, entries: readonly HistoryEntry[]): Promise<NameOf> {
    const { actorId: own } = memberOf(request);
    const names = await this.names.find(new Set(entries.map(({ actorId }) => actorId)));
    return (actorId) => {
      if (actorId === own) return say('past.you');
      else if (actorId === BEFORE_ACCOUNTS) return say('past.somebody');
      else return names.get(actorId) ?? say('past.left');
    };
  }
}
