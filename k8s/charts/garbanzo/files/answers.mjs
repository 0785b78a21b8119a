// `helm test`: whether the release's Service answers as people and Prometheus need it.
const { SERVICE, PATHS } = process.env;
for (const path of PATHS.split(' ')) {
  const { status } = await fetch(SERVICE + path, { signal: AbortSignal.timeout(10_000) });
  console.log(status, path);
  if (status !== 200) process.exitCode = 1;
}
