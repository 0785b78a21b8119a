import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetLabelledTodos, PAGE_SIZE, type LabelledTodos } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { showForms, type RefusedForm } from '../forms/refused-form.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { readerOf, workspacePath } from '../http/reader-of.js';
import { Notices } from '../lists/notices.js';
import { say } from '../locales/index.js';
import { Views, type AgendaGroup, type PagesView, type WorkspaceView } from '../views/index.js';
import { isolated } from '../words/index.js';
import { labelPath, parseLabelAddress } from './label-address.js';

/** What is to be done with a label, list by list. */
@Injectable()
export class LabelledPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly notices: Notices,
    private readonly views: Views,
  ) {}

  /** @throws NotFoundException when the workspace has no such label */
  async render(
    reply: FastifyReply,
    labelId: string,
    query = queryOf(reply.request.query),
    refused?: RefusedForm,
  ): Promise<string> {
    const { workspaceId } = memberOf(reply.request);
    const { workspace } = readerOf(reply.request);
    const { did, page } = parseLabelAddress(query);
    const fresh = await this.parts.fresh(reply);
    const found = await this.queries.execute(new GetLabelledTodos(workspaceId, labelId, page));
    if (found === undefined) throw this.parts.missing(fresh);
    const { label, todos, total } = found;
    const told = await this.notices.of(workspaceId, { did });
    return this.views.render('labelled', {
      ...(await this.parts.of(reply, isolated(label.name), 'none')),
      ...fresh,
      ...showForms({}, { refused, notice: told && inWorkspace(told, workspaceId) }),
      label,
      total,
      back: workspacePath(workspaceId) + labelPath(label.id, page),
      groups: workspace === undefined ? [] : groupsOf(todos, workspace),
      workspaces: [],
      ...pagesOf(found, page),
    });
  }
}

/** The notice of what is due leads out of all workspaces; so does this one, whose rows are the same. */
function inWorkspace<Told extends { readonly undo?: { readonly action: string } }>(
  told: Told,
  workspaceId: string,
): Told {
  const { undo } = told;
  return undo === undefined
    ? told
    : { ...told, undo: { ...undo, action: workspacePath(workspaceId) + undo.action } };
}

function groupsOf(todos: LabelledTodos['todos'], workspace: WorkspaceView): readonly AgendaGroup[] {
  return [...Map.groupBy(todos, ({ listId }) => listId)].map(([listId, its]) => ({
    id: `of-${listId}`,
    heading: isolated(its[0]?.listName ?? ''),
    isOverdue: false,
    todos: its.map((todo) => ({ ...todo, completedAt: null, workspace })),
  }));
}

function pagesOf({ label, todos, total }: LabelledTodos, page: number): { readonly pages?: PagesView } {
  const before = (page - 1) * PAGE_SIZE;
  const last = Math.ceil(total / PAGE_SIZE);
  if (page === 1 && last <= 1) return {};
  const pathOf = (to: number) => labelPath(label.id, to);
  return {
    pages: {
      ...(todos.length === 0
        ? {}
        : { range: say('page.range', { first: before + 1, last: before + todos.length, total }) }),
      ...(page === 1 ? {} : { top: pathOf(1), previous: pathOf(page - 1) }),
      ...(page >= last ? {} : { next: pathOf(page + 1), end: pathOf(last) }),
    },
  };
}
