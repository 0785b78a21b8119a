import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HealthReport } from '#libs/platform';
import { Needs } from '../access/index.js';
import { AnyHost } from './any-host.js';
import { ReadsFrom } from './reads-from.js';

/**
 * Whether this process is well, for load balancers and probes, without saying why not: everybody can ask. The details
 * are told at INTERNAL_PORT.
 */
@AnyHost()
@Needs('everybody')
@ReadsFrom('none')
@Controller('health')
export class HealthController {
  constructor(private readonly report: HealthReport) {}

  /** Alive: asks nothing of anyone, so that a database that is away never gets the process restarted. */
  @Get()
  alive() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const { isReady } = await this.report.ready();
    await reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'error' });
  }
}
