type End = () => Promise<unknown>;

/** What the test file has opened and not closed yet, in that order. */
const open = new Map<symbol, { readonly name: string; readonly end: End }>();
let isOver = false;

/**
 * Says how something is to be ended when the test file is over and has not done it, because a test or a hook has failed.
 * Answers what is to be called once it has ended.
 */
export function remember(name: string, end: End): () => void {
  // A hook that has failed may have begun to start something that starts only now.
  if (isOver) void end().catch(() => undefined);
  const key = Symbol(name);
  open.set(key, { name, end });
  return () => open.delete(key);
}

interface Closable {
  close(): Promise<unknown>;
}

/**
 * The same for something that is being opened, and has a method that closes it.
 *
 * @param part of it that is closed with it, where it does not let its own method be replaced
 */
export async function opened<Thing extends Closable>(
  name: string,
  opening: Promise<Thing>,
  part: (thing: Thing) => Closable = (thing) => thing,
): Promise<Thing> {
  const forget = remember(name, () =>
    opening.then(
      (thing) => thing.close(),
      () => undefined,
    ),
  );
  const thing = await opening.catch((error: unknown) => {
    forget();
    throw error;
  });
  const closing = part(thing);
  const close = closing.close.bind(closing);
  closing.close = async () => {
    await close();
    forget();
  };
  return thing;
}

/**
 * Ends what is left, the last first.
 *
 * @throws Error when something was left though nothing has failed
 */
async function endLeftovers(hasFailed: boolean): Promise<void> {
  isOver = true;
  const left = [...open.values()].toReversed();
  open.clear();
  for (const { end } of left) await end().catch(() => undefined);
  if (left.length > 0 && !hasFailed) {
    throw new Error(`These were left open: ${left.map(({ name }) => name).join(', ')}`);
  }
}

// For closing-environment.mjs, which is outside of the modules of a test file.
Object.assign(globalThis, { endLeftovers });
