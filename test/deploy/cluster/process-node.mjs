import { join } from 'node:path';
import { ProcessPod } from './process-pod.mjs';

/**
 * A node whose pods are processes on this machine: what the scheduler puts there is started with the pod's variables and
 * files, is ready when its readiness probe is answered, and is ended as a kubelet ends it.
 *
 * @param program what a container runs: `(container) => ({command, args, cwd})`
 * @param folder where files and logs of the pods go
 */
export async function startProcessNode(api, { name, folder, program }) {
  await api.create('/api/v1/nodes', { metadata: { name, labels: { 'kubernetes.io/hostname': name } } });
  await api.merge(`/api/v1/nodes/${name}/status`, { status: STATUS });
  const pods = new Map();
  const stopping = new AbortController();
  const change = ({ type, object }) => {
    const { uid, deletionTimestamp } = object.metadata;
    if (type !== 'DELETED' && deletionTimestamp === undefined && !pods.has(uid)) {
      const pod = new ProcessPod(api, object, { folder: join(folder, uid), program });
      pods.set(uid, pod);
    } else if (type === 'DELETED' || deletionTimestamp !== undefined) {
      pods.get(uid)?.end(object);
    }
  };
  const watching = api.watch(`/api/v1/pods?fieldSelector=spec.nodeName%3D${name}`, change, stopping.signal);
  return {
    /** How each pod has ended that has. @returns {{name: string, code: number | string}[]} */
    ended: () => [...pods.values()].flatMap((pod) => pod.ended),
    stop: async () => {
      stopping.abort();
      await watching;
      await Promise.all([...pods.values()].map((pod) => pod.kill()));
    },
  };
}

const ROOM = { cpu: '16', memory: '64Gi', 'ephemeral-storage': '100Gi', pods: '110' };

const STATUS = {
  capacity: ROOM,
  allocatable: ROOM,
  conditions: [
    {
      type: 'Ready',
      status: 'True',
      reason: 'KubeletReady',
      message: '',
      lastHeartbeatTime: new Date().toISOString().replace(/\.\d+/, ''),
      lastTransitionTime: new Date().toISOString().replace(/\.\d+/, ''),
    },
  ],
};
