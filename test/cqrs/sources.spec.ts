import { describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { QueriesModule } from '#libs/queries';
import { PageReadModel, PageReads, ReadModel } from '#libs/read-model';
import { loadConfig } from '#libs/platform';
import { READS_FROM } from '../../apps/web/src/http/reads-from.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { silent } from '../support/log.js';

/** What must not be asked of a replica, and why. Every other query takes the tables that may be the replica's. */
const ON_THE_PRIMARY: Readonly<Record<string, string>> = {
  FindChangeHandler: 'reads the log',
  FindHeadsHandler: 'reads the log',
  FindMissedChangesHandler: 'reads the log',
  FindNewListHandler: 'reads the log',
  FindNoteThenHandler: 'reads the log',
  FindOrderHandler: 'decides where a to-do goes',
  FindOrdersHandler: 'decides where to-dos go',
  FindSearchProgressHandler: 'reads how far the log goes, and waits for what is folded at the primary',
  FindShardHandler: 'says where in the log a workspace is',
  GetListAsOfHandler: 'reads the log',
  GetListHistoryHandler: 'reads the log',
  GetTodoHistoryHandler: 'reads the log',
  HasReachedHandler: 'waits for what is folded at the primary',
  ReadNewChangesHandler: 'reads the log',
  ReadWholeListHandler: 'says what goes to another workspace',
  ReadWorkspaceHandler: 'reads the log',
  SearchHandler: 'shows what its reader has just written, which no address says',
};

type Class = abstract new (...args: never[]) => unknown;

const takenBy = (handler: Class): unknown[] => Reflect.getMetadata('design:paramtypes', handler) ?? [];

const handlers = (): Class[] => {
  const providers: Class[] = Reflect.getMetadata('providers', QueriesModule);
  return providers.filter((provider) => Reflect.getMetadata('__queryHandler__', provider) !== undefined);
};

describe('the database that is read', () => {
  it('is the primary for queries that decide or read the log, and may be the replica for all others', () => {
    const [primary, either] = [ReadModel, PageReadModel].map((model) =>
      handlers().filter((handler) => takenBy(handler).includes(model)),
    );
    const others = handlers().filter((handler) => !either?.includes(handler));
    expect(others.map(({ name }) => name).toSorted()).toEqual(Object.keys(ON_THE_PRIMARY));
    // Who takes both has to ask which of them it is for a page.
    const both = either?.filter((handler) => primary?.includes(handler)) ?? [];
    expect(both.filter((handler) => !takenBy(handler).includes(PageReads))).toEqual([]);
    expect(either?.filter((handler) => /\bevents\b/.test(String(handler)))).toEqual([]);
  });

  it('is said by everything that has pages', () => {
    const config = loadConfig({ DATABASE_URL: 'postgresql://localhost/none' });
    const silentOnes = (WebModule.for(config, silent).controllers ?? [])
      .filter(hasPages)
      .filter(
        (controller) =>
          !['primary', 'either', 'none'].includes(String(Reflect.getMetadata(READS_FROM, controller))),
      );
    expect(silentOnes).toEqual([]);
  });
});

function hasPages({ prototype }: { readonly prototype: object }): boolean {
  const methods = Object.getOwnPropertyNames(prototype).map((name): unknown => Reflect.get(prototype, name));
  return methods.some(
    (method) => typeof method === 'function' && Reflect.getMetadata('method', method) === RequestMethod.GET,
  );
}
