import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NEEDS, TO_LOOK, type Access } from './needs.js';

/** Nest's own names for the path and the method of a route. */
const [PATH, METHOD] = ['path', 'method'];

/**
 * A process must not start with a route of which nobody says who may use it, or that changes something for those who may only look.
 *
 * @throws Error naming such routes
 */
export function requireDeclarations(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const controllers = app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : []));
  const routes = controllers.flatMap((controller) =>
    routesOf(controller).map((route) => ({
      name: `${controller.name}.${route.name}`,
      changes: !LOOKING.includes(Reflect.getMetadata(METHOD, route) as RequestMethod),
      access: reflector.getAllAndOverride<Access | undefined>(NEEDS, [route, controller]),
    })),
  );
  const undeclared = routes.filter(({ access }) => access === undefined).map(({ name }) => name);
  if (undeclared.length > 0) throw new Error(`Nobody says who may use ${undeclared.join(', ')}: add @Needs`);
  const open = routes.filter(({ changes, access }) => changes && access && TO_LOOK.includes(access));
  if (open.length > 0)
    throw new Error(
      `${open.map(({ name }) => name).join(', ')} may change something for those who may only look: declare another need`,
    );
}

const LOOKING: readonly RequestMethod[] = [RequestMethod.GET, RequestMethod.HEAD];

type Route = (...args: unknown[]) => unknown;

function routesOf({ prototype }: Type): Route[] {
  return new MetadataScanner()
    .getAllMethodNames(prototype as object)
    .map((name): unknown => Reflect.get(prototype as object, name))
    .filter((method): method is Route => typeof method === 'function' && Reflect.hasMetadata(PATH, method));
}
