import { Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { formatToken, type CommandContext, type Outcome, type Refusal } from '#libs/commands';
import { Config } from '#libs/platform';
import { REFUSAL_TEXTS } from '../http/refusal-texts.js';
import { sendPage } from '../http/send-page.js';
import { wantsJson } from '../http/wants-json.js';
import { addToPath } from './add-to-path.js';
import { commandIdOfRequest } from './command-id.js';
import type { PlainForm } from './form.js';

interface Submission {
  readonly command: (context: CommandContext) => Command<Outcome>;
  /** The page that shows the result: a path inside the app. */
  readonly to: string;
  /** The page that the form was on, as it was typed, with what is wrong. */
  readonly refused: (text: string) => Promise<string>;
}

const NOT_FOUND: ReadonlySet<Refusal> = new Set(['list-not-found', 'todo-not-found']);

/** From a form to a command, and from its outcome to an answer. */
@Injectable()
export class Forms {
  constructor(
    private readonly commands: CommandBus,
    private readonly config: Config,
  ) {}

  /** Success leads on to a page that is asked to show it; a refusal shows the form again. */
  async submit(reply: FastifyReply, form: PlainForm, { command, to, refused }: Submission): Promise<void> {
    const outcome = await this.commands.execute(command(contextOf(reply, form)));
    if (outcome.accepted) {
      const path = addToPath(to, { seen: formatToken(outcome.token) });
      await reply.redirect(this.config.basePath + path, 303);
    } else if (NOT_FOUND.has(outcome.refusal)) {
      throw new NotFoundException();
    } else if (wantsJson(reply.request)) {
      const { refusal } = outcome;
      const message = REFUSAL_TEXTS[refusal];
      await reply.status(422).send({ status: 422, refusal, message, requestId: reply.request.id });
    } else {
      sendPage(reply, await refused(REFUSAL_TEXTS[outcome.refusal]), 422);
    }
  }
}

function contextOf({ request }: FastifyReply, form: PlainForm): CommandContext {
  const { traceparent } = request.headers;
  return {
    ...request.principal,
    commandId: commandIdOfRequest(request, form),
    correlationId: request.id,
    traceparent: typeof traceparent === 'string' ? traceparent : undefined,
  };
}
