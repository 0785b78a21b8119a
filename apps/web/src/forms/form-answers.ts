import { Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { formatToken, type Outcome, type Refusal, type UseCase } from '#libs/commands';
import { Config } from '#libs/platform';
import { addToPath } from '../http/add-to-path.js';
import { sendPage } from '../http/send-page.js';
import { wantsJson } from '../http/wants-json.js';
import { REFUSALS } from '../words/index.js';
import type { PostedForm } from './posted-form.js';
import type { RefusedForm } from './refused-form.js';

interface Pages {
  /** The page that shows the result: a path inside the app. */
  readonly to: string;
  /** The page that the form was on, with what was refused. */
  readonly again: (refused: RefusedForm) => Promise<string>;
  /** Where a form leads that adds something, and was sent with nothing but spaces: nobody needs to be told. */
  readonly blank?: string;
}

const BLANK: ReadonlySet<Refusal> = new Set(['title-empty', 'name-empty']);
const NOT_FOUND: ReadonlySet<Refusal> = new Set(['list-not-found', 'todo-not-found']);

/** Carries out what a form asks for, and makes of the outcome what a browser understands. */
@Injectable()
export class FormAnswers {
  constructor(
    private readonly commands: CommandBus,
    private readonly config: Config,
  ) {}

  /** Success leads on to a page that is asked to show it; a refusal shows the form again. */
  async give(form: PostedForm, useCase: UseCase, pages: Pages): Promise<void> {
    await this.present(form, await this.commands.execute(useCase), pages);
  }

  private async present({ reply, name, fields }: PostedForm, outcome: Outcome, pages: Pages): Promise<void> {
    if (outcome.accepted) {
      const path = addToPath(pages.to, { seen: formatToken(outcome.token) });
      await reply.redirect(this.config.basePath + path, 303);
      return;
    }
    const { refusal } = outcome;
    if (NOT_FOUND.has(refusal)) {
      throw new NotFoundException();
    } else if (wantsJson(reply.request)) {
      const message = REFUSALS[refusal];
      await reply.status(422).send({ status: 422, refusal, message, requestId: reply.request.id });
    } else if (pages.blank !== undefined && BLANK.has(refusal)) {
      await reply.redirect(this.config.basePath + pages.blank, 303);
    } else {
      sendPage(reply, await pages.again({ name, fields, refusal }), 422);
    }
  }
}
