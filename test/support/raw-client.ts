import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from './until.js';

/** A client that sends whatever it is told to, on one connection. */
export class RawClient {
  heard = '';

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => (this.heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
  }

  static async connect(url: string): Promise<RawClient> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  send(text: string | Buffer): void {
    if (!this.isClosed) this.socket.write(text);
  }

  get isClosed(): boolean {
    return this.socket.destroyed || this.socket.readableEnded;
  }

  /** Everything that was heard until the other side closed the connection. */
  async untilClosed(withinMs = 10_000): Promise<string> {
    await until(() => this.isClosed, withinMs);
    return this.heard;
  }

  close(): void {
    this.socket.destroy();
  }
}
