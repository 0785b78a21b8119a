const now = () => new Date().toISOString().replace(/\.\d+/, '');

/** What a kubelet says of a pod whose process runs. */
export function runningStatus({ spec }, address, isReady) {
  const startedAt = now();
  return {
    phase: 'Running',
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: startedAt,
    conditions: conditions(isReady),
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: isReady,
      started: true,
      restartCount: 0,
      state: { running: { startedAt } },
    })),
  };
}

/** And of one whose process has ended by itself. @param code its exit code, or the name of the signal */
export function finishedStatus({ spec }, address, code) {
  const at = now();
  const exitCode = typeof code === 'number' ? code : 137;
  return {
    phase: code === 0 ? 'Succeeded' : 'Failed',
    podIP: address,
    podIPs: [{ ip: address }],
    conditions: conditions(false),
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: false,
      started: false,
      restartCount: 0,
      state: {
        terminated: {
          exitCode,
          startedAt: at,
          finishedAt: at,
          reason: exitCode === 0 ? 'Completed' : 'Error',
        },
      },
    })),
  };
}

const conditions = (isReady) =>
  [
    ['PodScheduled', true],
    ['Initialized', true],
    ['ContainersReady', isReady],
    ['Ready', isReady],
  ].map(([type, is]) => ({ type, status: is ? 'True' : 'False', lastTransitionTime: now() }));
