import http from 'node:http';
import { WORKSPACE_PATH, SIGNED_IN } from '../support/somebody.mjs';

const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity });

/** Streams of pages that are open elsewhere, each on a connection of its own; answers once all of them hear. */
export async function openStreams(web, list, count) {
  const url = `${web.url}${WORKSPACE_PATH}/live?list=${list.split('/').at(-1)}`;
  const streams = await Promise.all(Array.from({ length: count }, () => openStream(url)));
  return {
    heard: () => streams.map(({ heard }) => heard()),
    async stop() {
      for (const { request } of streams) request.destroy();
    },
  };
}

function openStream(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: SIGNED_IN }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      let heard = 0;
      answer.on('data', (chunk) => {
        heard += String(chunk).split('event: changed').length - 1;
        resolve({ request, heard: () => heard });
      });
      answer.on('error', () => undefined);
    });
    request.on('error', reject);
  });
}
