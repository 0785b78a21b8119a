import { RequestMethod, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { loadConfig } from '#libs/platform';
import { NEEDS, type Access } from '../../../apps/web/src/access/index.js';
import { createApp } from '../../../apps/web/src/create-app.js';
import { opened } from '../../support/leftovers.js';
import { silent } from '../../support/log.js';

/** What web answers to, with what it says of who may use it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
  /** The names in its path. */
  readonly params: readonly string[];
  /** The fields that it takes, if it says so. */
  readonly form: z.ZodObject | undefined;
}

/** Web on a database, with all that it answers to. @throws Error if that is more or less than its controllers declare */
export async function openWithRoutes(
  url: string,
): Promise<{ readonly web: NestFastifyApplication; readonly routes: readonly Route[] }> {
  const registered = new Set<string>();
  const web = await opened('web', open(url, registered), (app) => app.getHttpAdapter());
  const routes = declared(web);
  const names = new Set(routes.map(nameOf));
  const different = [...names, ...registered].filter((name) => !names.has(name) || !registered.has(name));
  if (different.length > 0)
    throw new Error(`These routes are registered or declared, but not both: ${different.join(', ')}`);
  return { web, routes: routes.flatMap((route) => [route, ...headOf(route)]) };
}

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`;

async function open(url: string, registered: Set<string>): Promise<NestFastifyApplication> {
  const config = loadConfig({ NODE_ENV: 'production', DATABASE_URL: url });
  const app = await createApp(config, silent);
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onRoute', ({ method, url: path }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') registered.add(nameOf({ method: each, path }));
  });
  await app.init();
  await instance.ready();
  return app;
}

/** Fastify answers to HEAD wherever it answers to GET. */
function headOf(route: Route): Route[] {
  return route.method === 'GET' ? [{ ...route, method: 'HEAD' }] : [];
}

/** What the controllers of a web app declare. */
export function declared(app: NestFastifyApplication): Route[] {
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype as Type) : []));
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const method = prototype[name];
    if (name === 'constructor' || typeof method !== 'function' || !Reflect.hasMetadata('path', method))
      return [];
    const access = (Reflect.getMetadata(NEEDS, method) ?? Reflect.getMetadata(NEEDS, controller)) as
      Access | undefined;
    const verb = RequestMethod[Reflect.getMetadata('method', method) as RequestMethod];
    return pathsOf(controller, method).map((path) => ({
      method: verb,
      path,
      access,
      params: [...path.matchAll(/:(\w+)|\*/g)].map(([all, param = all]) => param),
      form: formOf(controller, name),
    }));
  });
}

function pathsOf(controller: Type, method: object): string[] {
  const [outer, inner] = [controller, method].map((of) =>
    [Reflect.getMetadata('path', of) as string | string[]].flat(),
  );
  return (outer ?? []).flatMap((before) =>
    (inner ?? []).map((after) => `/${before}/${after}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')),
  );
}

/** The decorators of parameters keep the schema that they parse a form with. */
function formOf(controller: Type, name: string): z.ZodObject | undefined {
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as
    Record<string, { data?: unknown }> | undefined;
  return Object.values(parameters ?? {})
    .flatMap(({ data }): unknown[] => (typeof data === 'object' && data !== null ? Object.values(data) : []))
    .find((value): value is z.ZodObject => value instanceof z.ZodObject);
}
