import { Listener, type ListenerOptions } from './listener.js';

type Options = Omit<ListenerOptions, 'channels' | 'onListening'>;

/**
 * What the processes tell each other by NOTIFY, on one connection for all channels. Nobody may rely on it: whatever is told
 * while the connection is away is lost, so whoever hears something looks again `whenConnected`.
 */
export class Notifications {
  private readonly channels = new Map<string, (payload: string) => void>();
  private readonly looks: (() => void)[] = [];
  private readonly listener: Listener;

  constructor(options: Options) {
    this.listener = new Listener({
      ...options,
      channels: this.channels,
      onListening: () => this.looks.forEach((look) => look()),
    });
  }

  /** Before the process starts to listen. */
  hear(channel: string, onNotification: (payload: string) => void): void {
    this.channels.set(channel, onNotification);
  }

  /** Calls this whenever the connection is there, again or for the first time. */
  whenConnected(look: () => void): void {
    this.looks.push(look);
  }

  /** Tells the other processes, and this one. @throws Error when there is no connection just now */
  async tell(channel: string, payloads: readonly string[]): Promise<void> {
    await this.listener.notify(channel, payloads);
  }

  /** Does not wait: a process starts while the database is away. A process that hears nothing takes no connection. */
  start(): void {
    if (this.channels.size > 0) void this.listener.start();
  }

  async close(): Promise<void> {
    await this.listener.close();
  }
}
