import http from 'node:http';
import { SIGNED_IN } from '../support/somebody.mjs';

/** What is in flight at any time, in every measurement. */
export const IN_FLIGHT = 64;

/**
 * Runs a piece of work again and again for this long, so many at a time, and answers how many were done per second and
 * how long one took (milliseconds).
 */
export async function drive(work, { ms, inFlight = IN_FLIGHT }) {
  const times = [];
  const started = performance.now();
  const lane = async () => {
    while (performance.now() - started < ms) {
      const begun = performance.now();
      await work();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - started) / 1000;
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return { requests: times.length, perSecond: times.length / seconds, p50, p99 };
}

export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const agent = new http.Agent({ keepAlive: true, maxSockets: IN_FLIGHT });

/** One request of who is signed in; answers the headers and fails unless the status is the one that is expected. */
export function send(url, { method = 'GET', headers = {}, body = '', expected = 200 }) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { agent, method, headers: { ...SIGNED_IN, ...headers } },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === expected) resolve(response.headers);
          else reject(new Error(`${method} ${url} answered ${response.statusCode}`));
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Posts a form as a page of the app does. */
export function postForm(url, fields) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  return send(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString(), expected: 303 });
}

export function closeConnections() {
  agent.destroy();
}
