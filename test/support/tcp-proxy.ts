import net from 'node:net';

/** How the network behaves: as it should, refusing, swallowing answers, or swallowing everything. */
export type Weather = 'fair' | 'refusing' | 'dropping answers' | 'blackhole';

/** A network between a process and its server that can be made to fail. */
export class TcpProxy {
  private readonly connections = new Set<net.Socket>();
  private weather: Weather = 'fair';
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

  /** From now on; `refusing` also cuts what is open. */
  becomes(weather: Weather): void {
    this.weather = weather;
    if (weather === 'refusing') for (const connection of this.connections) connection.destroy();
  }

  /** Cuts what is open. */
  cut(): void {
    for (const connection of this.connections) connection.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(client: net.Socket): void {
    if (this.weather === 'refusing') {
      client.destroy();
    } else {
      const server = net.connect(this.target);
      this.pipe(client, server, () => this.weather !== 'blackhole');
      this.pipe(server, client, () => this.weather === 'fair');
    }
  }

  private pipe(from: net.Socket, to: net.Socket, passes: () => boolean): void {
    this.connections.add(from);
    from.on('data', (chunk) => passes() && to.write(chunk));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.connections.delete(from);
      to.destroy();
    });
  }
}
