/**
 * pg-boss: which queues exist, sending and working. A job is only ever a wake-up: losing one must cost nothing but time,
 * so nothing here may carry what happened.
 */
export { JobsModule } from './jobs.module.js';
export { prepareQueues } from './prepare-queues.js';
export { countJobs, type QueueCount } from './count-jobs.js';
export { WakeUpReceiver } from './wake-up-receiver.js';
export { WakeUpSender } from './wake-up-sender.js';
