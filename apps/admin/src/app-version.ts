import manifest from '#package' with { type: 'json' };

export const APP_VERSION = manifest.version;
