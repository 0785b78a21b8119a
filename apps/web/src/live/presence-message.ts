import { z } from 'zod';

/** The NOTIFY channel on which web processes tell each other who looks at a list. */
export const PRESENT = 'garbanzo_present';

/** Of PostgreSQL, in bytes: less than 8000. */
const LONGEST = 7_900;

/** Names by account. */
export type People = Readonly<Record<string, string>>;

const about = z.object({
  process: z.uuid(),
  /** A list, with its workspace. */
  place: z.string(),
  /** Everybody whom the process has there. */
  people: z.record(z.string(), z.string()),
  /** Whether the others are to tell whom they have there. */
  asks: z.literal(true).optional(),
});

const message = z.union([
  about,
  z.object({ process: z.uuid(), isOver: z.literal(true) }),
  /** That it is still there. */
  z.object({ process: z.uuid() }),
]);

/** What a process tells the others. */
export type Told = z.infer<typeof message>;

/** At a list that so many look at, some are not named. */
export function formatPresence(told: Told): string {
  const text = JSON.stringify(told);
  if (!('people' in told) || Buffer.byteLength(text) <= LONGEST) return text;
  return formatPresence({ ...told, people: Object.fromEntries(Object.entries(told.people).slice(0, -1)) });
}

/** Undefined for what another version tells, which this one does not understand. */
export function parsePresence(payload: string): Told | undefined {
  try {
    return message.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
