/**
 * Whatever is started meanwhile is stopped at the end, last first, however it ends. What cannot be stopped is told, so
 * that it does not hide why the work failed.
 */
export async function inScope(work) {
  const toStop = [];
  const started = (thing) => {
    toStop.unshift(thing);
    return thing;
  };
  try {
    return await work(started);
  } finally {
    for (const thing of toStop) await (thing.stop ?? thing.close)().catch(console.error);
  }
}
