import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Coalescer, LOGGER, Notifications, type Logger } from '#libs/platform';
import { present } from './messages.js';
import type { OpenStream } from './open-stream.js';
import { OtherProcesses } from './other-processes.js';
import { formatPresence, parsePresence, PRESENT, type People, type Told } from './presence-message.js';

/** Milliseconds between two notifications. The first one goes out at once. */
const PAUSE_MS = 50;

const ALIVE_MS = 10_000;

/**
 * Who looks at the same list, in whichever process. Each process tells the others whom it has at a list when that changes,
 * and asks them when it begins to have somebody there. What is told is kept in memory only: nobody can look up later who
 * has looked at what.
 */
@Injectable()
export class Presence {
  private readonly process = randomUUID();
  /** The streams of this process, by workspace and list. */
  private readonly places = new Map<string, Set<OpenStream>>();
  private readonly others = new OtherProcesses();
  private readonly toAsk = new Set<string>();
  private readonly telling = new Coalescer<string>(
    (places) => this.tell(places.map((place) => this.about(place))),
    () => PAUSE_MS,
  );
  private toldAt = 0;
  private isClosing = false;

  constructor(
    private readonly notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    notifications.hear(PRESENT, (payload) => this.heard(parsePresence(payload)));
    notifications.whenConnected(() => this.askForAll());
  }

  enter(stream: OpenStream): void {
    const place = placeOf(stream);
    if (place === undefined || stream.isOver || this.isClosing) return;
    const streams = this.places.get(place);
    if (streams === undefined) this.toAsk.add(place);
    this.places.set(place, (streams ?? new Set()).add(stream));
    this.changeAt(place);
  }

  /** Somebody is called something else, or is not to be seen any more. */
  change(stream: OpenStream): void {
    const place = placeOf(stream);
    if (place !== undefined && this.places.get(place)?.has(stream) === true) this.changeAt(place);
  }

  leave(stream: OpenStream): void {
    const place = placeOf(stream);
    const streams = place === undefined ? undefined : this.places.get(place);
    if (place === undefined || streams?.delete(stream) !== true || this.isClosing) return;
    if (streams.size === 0) this.places.delete(place);
    this.changeAt(place);
  }

  tick(now: number): void {
    if (this.places.size > 0 && now - this.toldAt >= ALIVE_MS) void this.tell([{ process: this.process }]);
    for (const place of this.others.forgetSilent(now)) this.show(place);
  }

  /** From then on nobody is here. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.telling.settled();
    if (this.places.size > 0) await this.tell([{ process: this.process, isOver: true }]);
    this.places.clear();
  }

  private changeAt(place: string): void {
    this.show(place);
    this.telling.add([place]);
  }

  private show(place: string): void {
    const streams = this.places.get(place) ?? [];
    const people = { ...this.others.at(place), ...this.peopleAt(place) };
    for (const stream of streams) {
      const names = Object.entries(people).flatMap(([id, name]) => (id === stream.accountId ? [] : [name]));
      const message = present(names.toSorted((one, other) => one.localeCompare(other)));
      if (message === stream.presentMessage) continue;
      stream.presentMessage = message;
      stream.send(message);
    }
  }

  private peopleAt(place: string): People {
    const streams = [...(this.places.get(place) ?? [])].filter(({ isSeen }) => isSeen);
    return Object.fromEntries(streams.map(({ accountId, name }) => [accountId, name]));
  }

  private about(place: string): Told {
    const asks = this.toAsk.delete(place);
    return { process: this.process, place, people: this.peopleAt(place), ...(asks ? { asks } : {}) };
  }

  private heard(told: Told | undefined): void {
    if (told === undefined || told.process === this.process) return;
    if (!this.others.knows(told.process)) this.askForAll();
    for (const place of this.others.hear(told, Date.now())) this.show(place);
    if ('asks' in told && this.places.has(told.place)) this.telling.add([told.place]);
  }

  /** Whatever was told while this process did not hear it. */
  private askForAll(): void {
    if (this.isClosing) return;
    for (const place of this.places.keys()) this.toAsk.add(place);
    this.telling.add(this.places.keys());
  }

  /** What cannot be told is asked for when the connection is back. */
  private async tell(told: readonly Told[]): Promise<void> {
    this.toldAt = Date.now();
    await this.notifications
      .tell(PRESENT, told.map(formatPresence))
      .catch((error: unknown) => this.logger.debug({ err: error }, 'cannot tell who looks at a list'));
  }
}

function placeOf({ workspaceId, listId }: OpenStream): string | undefined {
  return listId === undefined ? undefined : `${workspaceId}/${listId}`;
}
