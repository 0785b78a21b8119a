import { Agent, request } from 'node:https';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';

const JSON_TYPE = 'application/json';
const MERGE = 'application/merge-patch+json';
const AGAIN_MS = 500;

/** What a watch goes on after: a kind that is not there yet, a log that is cut, a server that is not ready for it. */
const PASSING = [404, 410, 429, 500, 503, 'ECONNRESET'];

/** Asks an API server, for what the checks do themselves; helm and kubectl ask it their own way. */
export class Api {
  constructor({ server, authority, token }) {
    this.server = server;
    this.token = token;
    this.agent = new Agent({ ca: authority, keepAlive: true });
  }

  get(path) {
    return this.request('GET', path);
  }

  create(path, body) {
    return this.request('POST', path, body);
  }

  merge(path, body) {
    return this.request('PATCH', path, body, MERGE);
  }

  delete(path, body) {
    return this.request('DELETE', path, body);
  }

  /** @throws Error with a `code`, the status of the answer, unless it is a success */
  async request(method, path, body, type = JSON_TYPE) {
    const response = await this.#send(method, path, body, { type });
    await refuseFailure(response, `${method} ${path}`);
    const answer = await text(response);
    return response.headers['content-type'] === JSON_TYPE ? JSON.parse(answer) : answer;
  }

  /** Tells of each object that there is, and of each change, until the signal: `change({type, object})`. */
  async watch(path, change, signal) {
    while (!signal.aborted) {
      await this.#watchOnce(path, change, signal).catch((error) => {
        if (!signal.aborted && !PASSING.includes(error.code)) throw error;
      });
      await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #watchOnce(path, change, signal) {
    const list = await this.get(path);
    for (const object of list.items) change({ type: 'ADDED', object });
    const separator = path.includes('?') ? '&' : '?';
    const from = `${separator}watch=1&resourceVersion=${list.metadata.resourceVersion}`;
    const response = await this.#send('GET', path + from, undefined, { signal });
    await refuseFailure(response, `watching ${path}`);
    for await (const line of createInterface({ input: response })) {
      const event = JSON.parse(line);
      if (event.type === 'ERROR') return;
      change(event);
    }
  }

  async #send(method, path, body, { type = JSON_TYPE, signal }) {
    const data = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.token}`,
      accept: JSON_TYPE,
      'content-type': type,
      // Node says none of a DELETE by itself.
      'content-length': Buffer.byteLength(data),
    };
    const sent = request(this.server + path, { method, headers, agent: this.agent, signal });
    sent.end(data);
    const [response] = await once(sent, 'response');
    return response;
  }
}

async function refuseFailure(response, what) {
  if (response.statusCode < 300) return;
  throw Object.assign(new Error(`${what}: ${await text(response)}`), { code: response.statusCode });
}
