import type { Answer } from '../../support/send.js';
import type { Case, Expected } from './cases.js';
import { isUnknown } from './kinds.js';
import type { Route } from './routes.js';

/** What is wrong with an answer, in words; undefined when it is right. */
export function judge(
  route: Route,
  { expected }: Case,
  { status, location, text }: Answer,
): string | undefined {
  if (isRight(expected, route, { status, location, text })) return undefined;
  return `is ${status}${location && ` to ${location}`} instead of ${expected}`;
}

function isRight(expected: Expected, route: Route, { status, location }: Answer): boolean {
  switch (expected) {
    case 'allowed':
      return statusesOf(route).includes(status) && !leadsOut(location);
    case 'open':
      // Being there is not said by 401 or 403, and nothing may break.
      return status < 500;
    case 'sign-in':
      return route.method !== 'POST'
        ? status === 401 || (status === 303 && leadsOut(location))
        : status === 401;
    case 'forbidden':
      return status === 403;
    case 'not-found':
      return status === 404;
  }
}

const leadsOut = (location: string) => /^\/(?:sign-in|setup)\b/.test(location);

/** A form is carried out, or says why not; one that says nothing of its fields may ask for others. */
function statusesOf({ method, form, params }: Route): readonly number[] {
  // Nobody here has a second workspace to which something could go.
  const leadsNowhere = form?.shape.to !== undefined;
  const missing = leadsNowhere || params.some(isUnknown) ? [404] : [];
  if (method !== 'POST') return [200, 303, ...missing];
  else return [200, 303, 409, 422, ...(form === undefined ? [400] : []), ...missing];
}
