/**
 * The queues of pg-boss: sends and receives jobs. A job says only that there is something to do, never what
 * happened, so a lost job may cost time but no data.
 */
export { JobsModule } from './jobs.module.js';
export { prepareQueues } from './prepare-queues.js';
export { APPENDED, shardsIn } from './appended.js';
export { countJobs, type QueueCount } from './count-jobs.js';
export { findQueueTroubles, type QueueTroubles } from './find-queue-troubles.js';
export { JobReceiver, type JobHandlers } from './job-receiver.js';
export { requestReplay, type ReplayRequest } from './request-replay.js';
export { withdrawReplay } from './withdraw-replay.js';
export { WakeUpSender } from './wake-up-sender.js';
