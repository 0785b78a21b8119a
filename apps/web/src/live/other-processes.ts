import type { People, Told } from './presence-message.js';

/** A process that has told nothing for so many milliseconds was killed: three times it should have told that it is there. */
const SILENT_MS = 30_000;

interface Other {
  heardAt: number;
  readonly places: Map<string, People>;
}

/** Whom the other processes have, as they have told it. */
export class OtherProcesses {
  private readonly processes = new Map<string, Other>();

  knows(process: string): boolean {
    return this.processes.has(process);
  }

  /** @returns where others are now than before */
  hear(told: Told, now: number): Iterable<string> {
    const other = this.processes.get(told.process) ?? { heardAt: now, places: new Map<string, People>() };
    if ('isOver' in told) return this.forget(told.process);
    this.processes.set(told.process, other);
    other.heardAt = now;
    if (!('place' in told)) return [];
    if (Object.keys(told.people).length === 0) other.places.delete(told.place);
    else other.places.set(told.place, told.people);
    return [told.place];
  }

  at(place: string): People {
    const told = [...this.processes.values()].map(({ places }) => places.get(place) ?? {});
    return Object.assign({}, ...told) as People;
  }

  /** Those of which nothing was heard for long. @returns where they had somebody */
  forgetSilent(now: number): string[] {
    const silent = [...this.processes].filter(([, { heardAt }]) => now - heardAt >= SILENT_MS);
    return silent.flatMap(([process]) => [...this.forget(process)]);
  }

  private forget(process: string): Iterable<string> {
    const other = this.processes.get(process);
    this.processes.delete(process);
    return other?.places.keys() ?? [];
  }
}
