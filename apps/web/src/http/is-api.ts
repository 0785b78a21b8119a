import type { FastifyRequest } from 'fastify';

/** Whether a request is for programs: they are answered in JSON, whatever their Accept header says. */
export function isApi({ url }: FastifyRequest, basePath: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url.slice(basePath.length));
}
