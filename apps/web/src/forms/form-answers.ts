import { Injectable, NotFoundException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ChangeTodos,
  formatToken,
  type Outcome,
  type Refusal,
  type Token,
  type UseCase,
} from '#libs/commands';
import { Config } from '#libs/platform';
import { addToPath } from '../http/add-to-path.js';
import { workspacePath } from '../http/reader-of.js';
import { sendPage } from '../http/send-page.js';
import { wantsJson } from '../http/wants-json.js';
import { refusalWords } from '../words/index.js';
import type { PostedForm } from './posted-form.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import { formatLeft } from './left-counts.js';
import type { RefusedForm } from './refused-form.js';

interface Pages {
  /** The page that shows the result: a path inside the workspace. */
  readonly to: string;
  /** The element that a browser without JavaScript goes on at: by itself, the words about what has happened. */
  readonly at?: string;
  /** The page that the form was on, with what was refused. */
  readonly again: (refused: RefusedForm) => Promise<string>;
  /** Where a form leads that adds something, and was sent with nothing but spaces: nobody needs to be told. */
  readonly blank?: string;
  /** What the form was made from, where it says only which one that was. */
  readonly was?: () => Promise<string | undefined>;
}

/** Where none of many could be changed, their form may be shown again, instead of being counted. */
interface ForMany extends Pick<Pages, 'to'>, Partial<Pick<Pages, 'again'>> {
  readonly onList?: string;
}

type Refused = Extract<Outcome, { accepted: false }>;

const BLANK: ReadonlySet<Refusal> = new Set(['title-empty', 'name-empty']);
const NOT_FOUND: ReadonlySet<Refusal> = new Set(['label-not-found', 'list-not-found', 'todo-not-found']);

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

  /**
   * The same for many to-dos at once, of which some may be left as they were.
   *
   * @throws NotFoundException when none of them is there, or the list is not that they were to go to
   */
  async giveMany(
    form: PostedForm,
    useCases: readonly UseCase[],
    { to, onList, again }: ForMany,
  ): Promise<void> {
    const { token, changed, left } = await this.commands.execute(
      new ChangeTodos(form.context, useCases, onList),
    );
    const isNoneThere = left.get('todo-not-found') === useCases.length;
    if (isNoneThere || left.has('list-not-found')) throw new NotFoundException();
    const [refusal] = [...left.keys()].filter((why) => why !== 'so-already');
    if (again !== undefined && changed === 0 && refusal !== undefined)
      return await this.refuse(form, refusal, { to, again });
    await this.lead(form, token, { to: addToPath(to, { left: formatLeft(left) }), at: 'did' });
  }

  /** As if a command had been refused: for what is seen to be impossible before there is one. */
  async refuse(form: PostedForm, refusal: Refusal, pages: Pages): Promise<void> {
    await this.present(form, { accepted: false, refusal, state: undefined }, pages);
  }

  private async present(form: PostedForm, outcome: Outcome, pages: Pages): Promise<void> {
    const { reply } = form;
    if (outcome.accepted) {
      await this.lead(form, outcome.token, pages);
    } else if (NOT_FOUND.has(outcome.refusal)) {
      throw new NotFoundException();
    } else if (pages.blank !== undefined && BLANK.has(outcome.refusal) && !wantsJson(reply.request)) {
      await reply.redirect(this.rootOf(form) + pages.blank, 303);
    } else {
      await this.showRefused(form, outcome, pages);
    }
  }

  private async lead(form: PostedForm, token: Token, { to, at = 'did' }: Pick<Pages, 'to' | 'at'>) {
    const said = { did: form.context.commandId, seen: formatToken(token) };
    const path =
      form.back === undefined
        ? this.rootOf(form) + addToPath(to, said)
        : this.config.basePath + addToPath(form.back, { in: form.context.workspaceId, ...said });
    await form.reply.redirect(`${path}#${at}`, 303);
  }

  /** What is before the paths of this workspace. */
  private rootOf({ context }: PostedForm): string {
    return this.config.basePath + workspacePath(context.workspaceId);
  }

  /** 409 when something else stands there now than the form was made from, or than what is taken back has left; else 422. */
  private async showRefused(form: PostedForm, refused: Refused, pages: Pages): Promise<void> {
    const { reply, name, fields } = form;
    const { refusal } = refused;
    const { id: requestId, url } = reply.request;
    const about = nameOf(refused.state);
    const conflict = changedMeanwhile(refused, fields);
    const changed = conflict && pages.was ? { ...conflict, was: await pages.was() } : conflict;
    const status = changed !== undefined || refusal.endsWith('-changed-since') ? 409 : 422;
    if (wantsJson(reply.request)) {
      const message = refusalWords(refusal, fields);
      await reply.status(status).send({ status, refusal, message, ...changed, requestId });
    } else {
      const action = url.slice(this.rootOf(form).length);
      sendPage(reply, await pages.again({ name, fields, refusal, about, action, changed }), status);
    }
  }
}

/** The labels of a workspace have none in common. */
function nameOf(state: Refused['state']): string | undefined {
  if (state === undefined || 'all' in state) return undefined;
  else return 'title' in state ? state.title : state.name;
}
