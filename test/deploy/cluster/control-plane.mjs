import { join } from 'node:path';

/** etcd, whose data are for as long as the cluster: nothing waits for a disk. */
export const etcd = (program, folder, { etcd: port, peers }) => ({
  name: 'etcd',
  program,
  args: [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${onLoopback(port)}`,
    `--advertise-client-urls=${onLoopback(port)}`,
    `--listen-peer-urls=${onLoopback(peers)}`,
    `--initial-advertise-peer-urls=${onLoopback(peers)}`,
    `--initial-cluster=default=${onLoopback(peers)}`,
  ],
  ready: async () => (await fetch(`${onLoopback(port)}/health`)).ok,
});

/** With RBAC, and the admission that is on by default: Pod Security, as the labels of the namespaces say, among it. */
export const apiServer = (programs, folder, { ports, access }) => ({
  name: 'kube-apiserver',
  program: join(programs, 'kube-apiserver'),
  args: [
    `--etcd-servers=${onLoopback(ports.etcd)}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${ports.server}`,
    `--cert-dir=${access.certificates}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${access.serviceAccountKey}`,
    `--service-account-signing-key-file=${access.serviceAccountKey}`,
    `--service-cluster-ip-range=${SERVICES}`,
    '--authorization-mode=RBAC',
    // The controller that takes these taints away again is the one that would miss the nodes' heartbeats.
    '--disable-admission-plugins=TaintNodesByCondition',
    `--token-auth-file=${access.tokens}`,
    // Of an etcd before 3.4.25, as Debian 12 has it, such watches are begun and broken off, again and again. So they are refused
    // at once, and clients list what there is.
    '--feature-gates=WatchList=false',
    // Else it would look for an address of this machine that others can reach.
    '--endpoint-reconciler-type=none',
    `--audit-policy-file=${access.auditPolicy}`,
    `--audit-log-path=${access.auditLog}`,
  ],
  ready: () => access.isReady(),
});

export const controllerManager = (programs, folder, access) => ({
  name: 'kube-controller-manager',
  program: join(programs, 'kube-controller-manager'),
  args: [
    `--kubeconfig=${access.kubeconfigOf('kube-controller-manager')}`,
    '--use-service-account-credentials',
    `--service-account-private-key-file=${access.serviceAccountKey}`,
    `--root-ca-file=${access.authority}`,
    '--leader-elect=false',
    '--secure-port=0',
    // So that it is known soon whether an autoscaler finds what it is for.
    '--horizontal-pod-autoscaler-sync-period=1s',
    // Nodes that are played are well for as long as they are there.
    '--controllers=*,-node-lifecycle-controller',
  ],
});

export const scheduler = (programs, folder, access) => ({
  name: 'kube-scheduler',
  program: join(programs, 'kube-scheduler'),
  args: [`--kubeconfig=${access.kubeconfigOf('kube-scheduler')}`, '--leader-elect=false', '--secure-port=0'],
});

/** Addresses of Services; where processes stand behind them, they are found at 127.96.0.x. */
const SERVICES = '10.96.0.0/24';

const onLoopback = (port) => `http://127.0.0.1:${port}`;
