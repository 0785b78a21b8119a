import { isIP } from 'node:net';
import { z } from 'zod';

/** Digits alone: JavaScript would read 0x1F and 1e3 as numbers as well. */
const digits = (message: string) => z.string().regex(/^\d{1,6}$/, message);

const PORT = 'must be a port number';

/** 0 lets the system choose one. */
export const port = digits(PORT).transform(Number).pipe(z.number(PORT).max(65_535, PORT));

/** Of another machine, where something has to listen. */
export const portElsewhere = port.refine((number) => number > 0, PORT);

const PLACE = 'must be a port number, or an address and a port such as 127.0.0.1:5001 or [::1]:5001';

/** A port, and where it is open if not where everything else is. */
export const place = z
  .string()
  .transform((text) => /^(?:\[([^\]]+)\]:|([\d.]+):)?(\d{1,5})$/.exec(text))
  .refine((parts) => parts !== null && Number(parts[3]) <= 65_535 && isAddressOrNone(parts), PLACE)
  .transform((parts) => ({ address: parts?.[1] ?? parts?.[2], port: Number(parts?.[3]) }));

function isAddressOrNone([, v6, v4]: RegExpExecArray): boolean {
  return (v6 === undefined || isIP(v6) === 6) && (v4 === undefined || isIP(v4) === 4);
}

/** An address of this machine. */
export const ownAddress = z.string().refine((text) => isIP(text) > 0, 'must be an address of this machine');

const HOST = /^[\w-]+(\.[\w-]+)*$/;

/** A name or an address, as it stands in a URL. */
export const databaseHost = z
  .string()
  .refine((text) => HOST.test(text) || isIP(text) > 0, 'must be the name of a host, or its address')
  .transform((text) => (isIP(text) === 6 ? `[${text}]` : text));

const PROCESSES = 'must be a number of processes from 1 to 64';

export const processes = digits(PROCESSES)
  .transform(Number)
  .pipe(z.number(PROCESSES).min(1, PROCESSES).max(64, PROCESSES));

/** Without a slash at its end. */
export const basePath = z
  .string()
  .regex(/^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*\/?$/, 'must look like /todo, or be empty')
  .refine((path) => !/^\/health(\/|$)/.test(path), 'must not be /health: that is where the health is told')
  .transform((path) => path.replace(/\/$/, ''));

const HOSTS = 'must be names of hosts with commas between them, such as todo.example.org,nas.local:8080';

/** In small letters. A port stands where a name is reached by another than 80 or 443. */
export const hosts = z
  .string()
  .transform((text) => text.toLowerCase().split(','))
  .transform((names) => names.map((name) => name.trim()))
  .refine((names) => names.every(isHost), HOSTS);

function isHost(text: string): boolean {
  const name = text.replace(/:\d{1,5}$/, '');
  return HOST.test(name) || (/^\[.+\]$/.test(name) && isIP(name.slice(1, -1)) === 6);
}

const PROXIES = 'must be true, false, a number of proxies, or their addresses with commas between them';

/** `true`, `false`, a number of proxies, or their addresses: what Fastify calls `trustProxy`. */
export const trustProxy = z
  .string()
  .refine((value) => /^(true|false|\d{1,6})$/.test(value) || value.split(',').every(isNet), PROXIES)
  .transform((value) => {
    if (value === 'true' || value === 'false') return value === 'true';
    else return /^\d+$/.test(value) ? Number(value) : value;
  });

/** An address, or a net of them such as 10.0.0.0/8, or one of the names that Fastify has for some. */
function isNet(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isMask = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most);
  const isNamed = ['loopback', 'linklocal', 'uniquelocal'].includes(text.trim());
  return isNamed || (isIP(address) > 0 && isMask && more.length === 0);
}
