import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SignInWithPasskey } from '#libs/accounts';
import { Needs, rememberSession } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { nextPath, withNext } from '../next-path.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { waitField } from '../wait-field.js';
import { passkeyAnswer } from './passkey-fields.js';
import { siteOf } from './site.js';

const FIELDS = { answer: passkeyAnswer, next: z.string().optional() };

interface PasskeyFields {
  readonly answer: z.infer<typeof passkeyAnswer>;
  readonly next?: string | undefined;
}

/** Signing in with a passkey alone. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('sign-in/passkey')
export class PasskeySignInController {
  constructor(
    private readonly signIn: SignInWithPasskey,
    private readonly pages: PersonPages,
  ) {}

  /** What the authenticator is to sign, for the script of the page. */
  @PostForm('challenge')
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const asked = await this.signIn.begin(siteOf(reply.request), visitOf(reply.request).address);
    reply.type('application/json; charset=utf-8');
    if (asked.outcome === 'too-often') {
      const { error } = waitField('answer', asked);
      await reply
        .status(429)
        .header('retry-after', asked.seconds)
        .send(JSON.stringify({ message: error }));
    } else {
      await reply.send(JSON.stringify(asked.options));
    }
  }

  @PostForm()
  async finish(@Fields(FIELDS) { answer, next }: PasskeyFields, @Res() reply: FastifyReply): Promise<void> {
    const { request } = reply;
    const { response } = answer;
    const { userHandle, ...others } = response;
    const plain = { ...answer, response: userHandle === undefined ? others : { ...others, userHandle } };
    const done = await this.signIn.finish(plain, siteOf(request), visitOf(request));
    if (done.outcome === 'refused') {
      await this.pages.redirect(reply, withNext('/sign-in', next, { again: 'passkey' }));
    } else {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, nextPath(next) ?? '/');
    }
  }
}
