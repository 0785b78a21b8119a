/**
 * What controllers would have written by now: here everything is ready at once. Without it nobody would ever stop waiting.
 */
export function atWork(object) {
  const { kind, metadata, spec = {} } = object;
  const replicas = spec.replicas ?? 1;
  const ready = [{ type: 'Ready', status: 'True' }];
  const all = { replicas, updatedReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas };
  const status = {
    Deployment: {
      ...all,
      conditions: [
        { type: 'Available', status: 'True' },
        { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' },
      ],
    },
    StatefulSet: { ...all, currentReplicas: replicas },
    Job: {
      ready: 1,
      succeeded: 1,
      startTime: metadata.creationTimestamp,
      conditions: [{ type: 'Complete', status: 'True' }],
    },
    Cluster: { conditions: ready },
    Certificate: { conditions: ready },
    ClusterIssuer: { conditions: ready },
    Namespace: { phase: 'Active' },
    Ingress: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
  }[kind];
  if (status === undefined) return object;
  return { ...object, status: { observedGeneration: metadata.generation, ...status } };
}
