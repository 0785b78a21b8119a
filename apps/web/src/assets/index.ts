/** Style sheet, script and icon, served with names that change with their content. It must not know pages or to-dos. */
export { Assets, type AssetOptions } from './assets.js';
export { AssetsController } from './assets.controller.js';
