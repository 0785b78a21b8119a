import { describe, expect, it } from '@jest/globals';
import { Command, Query } from '@nestjs/cqrs';
import * as commands from '#libs/commands';
import * as queries from '#libs/queries';

/**
 * @nestjs/cqrs throws for a missing handler only when it is called, and only warns of a second one, so both are looked
 * for here. These are the names under which it notes what a class handles.
 */
const HANDLED = { command: '__commandHandler__', query: '__queryHandler__' };

function handledBy(module: object, kind: keyof typeof HANDLED): unknown[] {
  const providers: unknown[] = Reflect.getMetadata('providers', module);
  return providers.flatMap((provider) => Reflect.getMetadata(HANDLED[kind], Object(provider)) ?? []);
}

function exportedBy(library: object, base: abstract new (...args: never[]) => unknown): unknown[] {
  return Object.values(library).filter(
    (value) => typeof value === 'function' && value.prototype instanceof base,
  );
}

const isOrExtends = (useCase: unknown, base: unknown) =>
  useCase === base || Object(useCase).prototype instanceof Object(base);

const names = (classes: unknown[]) =>
  classes.map((value) => String(Object(value).name)).toSorted((one, other) => one.localeCompare(other));

/** All others extend the use case. */
const WITH_ITS_OWN: readonly unknown[] = [commands.UseCase, commands.ChangeTodos];

describe('exactly one handler', () => {
  it('is there for every command', () => {
    const handled = handledBy(commands.CommandsModule, 'command');
    const useCases = [
      ...exportedBy(commands, Command).filter((useCase) => !WITH_ITS_OWN.includes(useCase)),
      ...commands.PLAIN_TODO_USE_CASES.values(),
    ];
    expect(useCases.length).toBeGreaterThan(10);
    expect(names(handled)).toEqual(names([...WITH_ITS_OWN]));
    for (const useCase of useCases) {
      // The bus knows a command by the handler of its class, or of the class that it extends.
      expect([useCase, handled.filter((known) => isOrExtends(useCase, known))]).toEqual([
        useCase,
        [commands.UseCase],
      ]);
    }
  });

  it('is there for every query', () => {
    const handled = handledBy(queries.QueriesModule, 'query');
    expect(handled.length).toBeGreaterThan(0);
    expect(names(handled)).toEqual(names(exportedBy(queries, Query)));
  });
});
