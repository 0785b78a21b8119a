const MIA = { email: 'mia@example.org', password: 'a pea in a pot' };

/** Sets up the first account, or signs in with it if there is one; answers what the browser sends from then on. */
export async function signIn(origin) {
  const setUp = await post(`${origin}/setup`, { ...MIA, name: 'Mia', timeZone: 'UTC' });
  const answer = setUp.status === 404 ? await post(`${origin}/sign-in`, MIA) : setUp;
  if (answer.status !== 303)
    throw new Error(`${answer.url} answers ${answer.status}: ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookie: cookies.join('; ') };
}

function post(address, fields) {
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(address).origin },
    body: new URLSearchParams(fields),
    signal: AbortSignal.timeout(10_000),
  });
}
