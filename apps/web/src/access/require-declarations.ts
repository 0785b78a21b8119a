import type { Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NEEDS } from './needs.js';

/** Nest's own name for the path of a route. */
const PATH = 'path';

/** @throws Error naming the routes of which nobody says who may use them: a process must not start with one */
export function requireDeclarations(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const controllers = app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : []));
  const undeclared = controllers.flatMap((controller) =>
    routesOf(controller)
      .filter((route) => reflector.getAllAndOverride(NEEDS, [route, controller]) === undefined)
      .map(({ name }) => `${controller.name}.${name}`),
  );
  if (undeclared.length > 0) throw new Error(`Nobody says who may use ${undeclared.join(', ')}: add @Needs`);
}

type Route = (...args: unknown[]) => unknown;

function routesOf({ prototype }: Type): Route[] {
  return new MetadataScanner()
    .getAllMethodNames(prototype as object)
    .map((name): unknown => Reflect.get(prototype as object, name))
    .filter((method): method is Route => typeof method === 'function' && Reflect.hasMetadata(PATH, method));
}
