import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindPrincipal } from '#libs/accounts';
import { AccessGuard, Elsewhere } from '../../apps/web/src/access/index.js';
import type { Matrix } from './matrix/matrix.js';
import { PRINCIPALS } from './matrix/principals.js';
import type { Route } from './matrix/routes.js';
import { openMatrix } from './matrix/with-matrix.js';

/** Each part of the one place that says no is taken out once: the matrix has to notice. */
describe('the matrix', () => {
  let matrix: Matrix;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ matrix, close } = await openMatrix());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => close());

  /** A page and a form of a list, a form that names another workspace, and a page of one's own. */
  const isExample = ({ method, path }: Route) =>
    [
      'GET /account',
      'GET /w/:workspaceId/lists/:listId',
      'POST /w/:workspaceId/lists/:listId/rename',
      'POST /w/:workspaceId/lists/:listId/transfer',
    ].includes(`${method} ${path}`);
  /** @returns who has seen or done what they must not */
  async function broken(): Promise<readonly string[]> {
    const found = await matrix.run(matrix.routes.filter(isExample));
    return PRINCIPALS.map(({ name }) => name).filter((name) =>
      found.some((text) => text.includes(` by ${name} `)),
    );
  }

  const canActivate = Reflect.get(AccessGuard.prototype, 'canActivate');
  const find = Reflect.get(FindPrincipal.prototype, 'find');

  it('is content with all of it in its place', async () => {
    expect(await broken()).toEqual([]);
  });

  it('turns red when the guard lets everybody through', async () => {
    jest.spyOn(AccessGuard.prototype, 'canActivate').mockImplementation(async function (
      this: AccessGuard,
      context: ExecutionContext,
    ) {
      await canActivate.call(this, context).catch(() => undefined);
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const workspace = { id: workspaceIn(request), name: '', role: 'owner' } as const;
      if (request.principal !== undefined) request.principal = { ...request.principal, workspace };
      return true;
    });
    expect(await broken()).toEqual([
      'nobody',
      'a made-up cookie',
      'owner',
      'member',
      'viewer',
      'removed member',
      'demoted owner',
      'someone with two roles',
      'owner of another workspace',
      'disabled account',
      'signed out',
      'read token',
      'write token',
      'write token of a viewer',
      'expired token',
      'token for another workspace',
      'token for one of two workspaces',
    ]);
  });

  it('turns red when it compares with no declaration but whether somebody is a member', async () => {
    jest.spyOn(AccessGuard.prototype, 'canActivate').mockImplementation(async function (
      this: AccessGuard,
      context: ExecutionContext,
    ) {
      return await canActivate.call(this, context).catch((error: unknown) => {
        const isRefused = error instanceof Error && /^(You may look at this|Only owners)/.test(error.message);
        if (isRefused) return true;
        throw error;
      });
    });
    expect(await broken()).toEqual([
      'viewer',
      'demoted owner',
      'someone with two roles',
      'write token',
      'write token of a viewer',
    ]);
  });

  it('turns red when rights are remembered, as from a projection that lags', async () => {
    const stale = new Map<string, ReturnType<FindPrincipal['find']>>();
    jest.spyOn(FindPrincipal.prototype, 'find').mockImplementation(function (this: FindPrincipal, asking) {
      const key = JSON.stringify(asking);
      const found = stale.get(key) ?? find.call(this, asking);
      stale.set(key, found);
      return found;
    });
    await close();
    // Opened anew, because what happened to people in it has to come after they were remembered.
    ({ matrix, close } = await openMatrix());
    expect(await broken()).toEqual(['removed member', 'demoted owner', 'disabled account', 'signed out']);
  });

  it('turns red when another workspace that a form names is asked for without the token', async () => {
    jest.spyOn(Elsewhere.prototype, 'require').mockResolvedValue();
    expect(await broken()).toContain('token for one of two workspaces');
  });

  it('turns red when it is enough to have a cookie', async () => {
    const owner = PRINCIPALS.find(({ name }) => name === 'owner');
    const token = owner && matrix.tokenOf(owner);
    jest.spyOn(FindPrincipal.prototype, 'find').mockImplementation(async function (
      this: FindPrincipal,
      asking,
    ) {
      return (await find.call(this, asking)) ?? (await find.call(this, { ...asking, token: token ?? '' }));
    });
    expect(await broken()).toEqual(['a made-up cookie', 'disabled account', 'signed out']);
  });
});

function workspaceIn({ params }: FastifyRequest): string {
  return (params as { readonly workspaceId?: string }).workspaceId ?? '';
}
