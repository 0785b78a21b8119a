import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindWorkspaces } from '#libs/accounts';
import { askerOf, Needs } from '../access/index.js';
import { ReadsFrom } from '../http/reads-from.js';

/** Who somebody is to this app: what a program asks first, to see whether its token is right. */
@Needs('known')
@ReadsFrom('none')
@Controller('api/v1/me')
export class MeController {
  constructor(private readonly workspaces: FindWorkspaces) {}

  @Get()
  async show(@Req() request: FastifyRequest) {
    const asker = askerOf(request);
    const { accountId: id, name, token } = asker;
    return {
      account: { id, name },
      workspaces: await this.workspaces.find(asker),
      token:
        token === undefined ? null : { name: token.name, access: token.access, expiresAt: token.expiresAt },
    };
  }
}
