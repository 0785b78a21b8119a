/**
 * Loaded into web and worker before anything else (`--import`): when the process that started them is gone, however it
 * went, they end as they do at SIGTERM.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
