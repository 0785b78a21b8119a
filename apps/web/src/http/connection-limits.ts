import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Limits {
  readonly idleTimeout: number;
  readonly inFlight: number;
}

interface Use {
  running: number;
  idle: NodeJS.Timeout | undefined;
}

/**
 * Closes connections that ask for too much at once, and those that ask for nothing for too long. Node reads everything
 * that has arrived on a connection and starts it all, so that thousands of requests on one hold up everybody else.
 */
export class ConnectionLimits {
  private readonly uses = new WeakMap<Socket, Use>();

  constructor(private readonly limits: Limits) {}

  /** Whether a request may be answered. When it may not, its connection is closed. */
  admit({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return false;
    const use = this.useOf(socket);
    if (use.running >= this.limits.inFlight) {
      socket.destroy();
      return false;
    } else {
      clearTimeout(use.idle);
      use.running += 1;
      response.once('close', () => this.release(socket, use));
      return true;
    }
  }

  private useOf(socket: Socket): Use {
    const known = this.uses.get(socket);
    if (known !== undefined) return known;
    const use: Use = { running: 0, idle: undefined };
    this.uses.set(socket, use);
    socket.once('close', () => clearTimeout(use.idle));
    return use;
  }

  private release(socket: Socket, use: Use): void {
    use.running -= 1;
    if (use.running === 0 && !socket.destroyed) {
      use.idle = setTimeout(() => socket.destroy(), this.limits.idleTimeout).unref();
    }
  }
}
