import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a form that is posted. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** Asks web without a connection, which is several times as quick as with one. */
export async function send(
  web: NestFastifyApplication,
  { method, path, headers, fields }: Request,
): Promise<Answer> {
  const form = {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  };
  const answer = await web
    .getHttpAdapter()
    .getInstance()
    .inject({ method: method as 'GET', url: path, ...(method === 'POST' ? form : { headers }) });
  return { status: answer.statusCode, location: answer.headers.location ?? '', text: answer.payload };
}
