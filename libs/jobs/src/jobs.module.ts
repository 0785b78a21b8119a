import { Module } from '@nestjs/common';
import { WakeUpReceiver } from './wake-up-receiver.js';
import { WakeUpSender } from './wake-up-sender.js';

@Module({ providers: [WakeUpReceiver, WakeUpSender], exports: [WakeUpReceiver, WakeUpSender] })
export class JobsModule {}
