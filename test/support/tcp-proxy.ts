import net from 'node:net';

/** `silent` is what a network does that is cut: nothing arrives, and nobody is told; what was sent arrives afterwards. */
type Weather = 'fair' | 'refusing' | 'silent';

/** A network between a process and its PostgreSQL that can be made to fail. */
export class TcpProxy {
  private readonly connections = new Set<net.Socket>();
  private weather: Weather = 'fair';
  private lost: string | undefined;
  private readonly server = net.createServer((client) => this.connect(client));

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  /** A proxy in front of the server of a PostgreSQL address, and the address that leads through it. */
  static async before(address: string): Promise<{ proxy: TcpProxy; url: string }> {
    const url = new URL(address);
    const proxy = new TcpProxy({ host: url.hostname, port: Number(url.port) });
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    const bound = proxy.server.address();
    url.hostname = '127.0.0.1';
    url.port = String(typeof bound === 'object' ? bound?.port : '');
    return { proxy, url: url.href };
  }

  /** From now on. Refusing also cuts what is open. */
  becomes(weather: Weather): void {
    this.weather = weather;
    this.lost = undefined;
    for (const connection of this.connections) {
      if (weather === 'refusing') connection.destroy();
      else if (weather === 'silent') connection.pause();
      else connection.resume();
    }
  }

  /** A statement that carries this text reaches the server; its answer does not come back, and the connection is cut. */
  losesAnswerTo(text: string): void {
    this.lost = text;
  }

  async close(): Promise<void> {
    for (const connection of this.connections) connection.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(client: net.Socket): void {
    if (this.weather === 'refusing') {
      client.destroy();
      return;
    }
    const server = net.connect(this.target);
    let isLosing = false;
    this.join(client, server, (chunk) => {
      isLosing ||= this.lost !== undefined && chunk.includes(this.lost);
      server.write(chunk);
    });
    // The answer is there, so the server has committed.
    this.join(server, client, (chunk) => {
      if (isLosing) client.destroy();
      else client.write(chunk);
    });
  }

  private join(from: net.Socket, to: net.Socket, pass: (chunk: Buffer) => void): void {
    this.connections.add(from);
    from.on('data', pass);
    if (this.weather === 'silent') from.pause();
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.connections.delete(from);
      to.destroy();
    });
  }
}
