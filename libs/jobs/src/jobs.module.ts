import { Module } from '@nestjs/common';
import { JobReceiver } from './job-receiver.js';
import { WakeUpSender } from './wake-up-sender.js';

@Module({ providers: [JobReceiver, WakeUpSender], exports: [JobReceiver, WakeUpSender] })
export class JobsModule {}
