import { goModuleTool } from './go.mjs';

export const HELM_DIFF_VERSION = '3.9.11';

/** The path of helm-diff's program. It is the last that the module proxy serves. */
export const helmDiff = () =>
  goModuleTool({
    module: 'github.com/databus23/helm-diff/v3',
    version: `v${HELM_DIFF_VERSION}`,
    binary: 'diff',
  });
