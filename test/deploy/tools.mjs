/**
 * The real tools of the checks, pinned. Each is installed on first use and kept in .tools/ under its name and version;
 * each function answers with the path of a program.
 */
export { customResources } from './tools/custom-resources.mjs';
export { aptTool, debianFile } from './tools/debian.mjs';
export { dockerPrograms } from './tools/docker.mjs';
export { fly } from './tools/fly.mjs';
export { goBinary, goEnvironment, goModuleTool, goTool } from './tools/go.mjs';
export { kubernetesServer, KUBERNETES_VERSION } from './tools/kubernetes-server.mjs';
export { kwok } from './tools/kwok.mjs';
export { helm, kubectl } from './tools/kubernetes.mjs';
export { HELM_DIFF_VERSION, helmDiff } from './tools/helm-diff.mjs';
export { npmTool } from './tools/npm.mjs';
export { secretsTools, sops } from './tools/secrets.mjs';
export { fetchFromTrixie, trixie } from './tools/trixie.mjs';
