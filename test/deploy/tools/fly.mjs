import { goModuleTool } from './go.mjs';

/**
 * The path of fly. It is that of Concourse 7.6: fly has no /vN in its module path, and of the commits that the proxy knows
 * by their pseudo-version this is the last. The pipeline uses nothing that is younger.
 */
export const fly = () =>
  goModuleTool({
    module: 'github.com/concourse/concourse',
    path: '/fly',
    version: 'v1.6.1-0.20211026133350-e3d9f5bb1d41',
    binary: 'fly',
  });
