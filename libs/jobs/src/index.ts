/**
 * pg-boss: which queues exist, sending and working. A job says that there is something to do, never what happened:
 * losing one may cost time and nothing else.
 */
export { JobsModule } from './jobs.module.js';
export { prepareQueues } from './prepare-queues.js';
export { countJobs, type QueueCount } from './count-jobs.js';
export { findQueueTroubles, type QueueTroubles } from './find-queue-troubles.js';
export { JobReceiver, type JobHandlers } from './job-receiver.js';
export { requestReplay, type ReplayRequest } from './request-replay.js';
export { withdrawReplay } from './withdraw-replay.js';
export { WakeUpSender } from './wake-up-sender.js';
