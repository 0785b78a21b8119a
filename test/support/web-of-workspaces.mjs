// The web process as it was built, but for one thing: the address that is asked says in which workspace. Until there are
// accounts, everybody is in the one that there always is, and nothing but the guard knows that.
import { OWNER } from '../../dist/apps/web/src/http/principal.js';
import { PrincipalGuard } from '../../dist/apps/web/src/http/principal.guard.js';
import { workspaceAt } from './many-workspaces.mjs';

PrincipalGuard.prototype.canActivate = (context) => {
  const request = context.switchToHttp().getRequest();
  const workspaceId = workspaceAt(request.headers.host) ?? OWNER.workspaceId;
  request.principal = { ...OWNER, workspaceId };
  return true;
};

await import('../../dist/apps/web/src/main.js');
