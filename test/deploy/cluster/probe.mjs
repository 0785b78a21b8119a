/** Whether a probe is answered. @param ports those of the container, some of which have names */
export async function answers(address, { httpGet, timeoutSeconds = 1 }, ports) {
  const port = ports.find(({ name }) => name === httpGet.port)?.containerPort ?? httpGet.port;
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  const answer = await fetch(`http://${address}:${port}${httpGet.path}`, {
    headers: { connection: 'close' },
    signal,
  }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok ?? false;
}
