import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { FindSearchProgress, Search, type SearchProgress } from '#libs/queries';
import { Elsewhere } from '../access/index.js';
import { PageParts } from '../http/page-parts.js';
import { sendPage } from '../http/send-page.js';
import { say } from '../locales/index.js';
import { Views, type SearchView } from '../views/index.js';
import { rowsOf } from './search-rows.js';

/** As long as the longest title, in code points. */
const LONGEST = 240;

const UNPROCESSABLE = 422;

/** What cannot be written in UTF-8 cannot be searched for either. */
const wellFormed = (text: string) => text.toWellFormed();

/** The field to search in, and what was found. */
@Injectable()
export class SearchPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly elsewhere: Elsewhere,
    private readonly parts: PageParts,
    private readonly views: Views,
  ) {}

  async send(reply: FastifyReply, typed: string): Promise<void> {
    const text = wellFormed(typed);
    const { progress, ...view } = await this.viewOf(reply, text);
    const title =
      text === '' || view.problem !== undefined ? say('search.title') : say('search.title-of', { text });
    const html = this.views.render('search', {
      ...(await this.parts.of(reply, title, 'search')),
      catchingUp: progress === 'behind',
      ...view,
    });
    sendPage(reply, html, view.problem === undefined ? 200 : UNPROCESSABLE);
  }

  private async viewOf(
    { request }: FastifyReply,
    text: string,
  ): Promise<SearchView & { readonly progress?: SearchProgress }> {
    const view = { text, longest: LONGEST, isBeingBuilt: false };
    if (text === '') return view;
    if (Array.from(text).length > LONGEST)
      return { ...view, text: '', problem: say('search.too-long', { most: LONGEST }) };
    const workspaces = await this.elsewhere.where(request, 'read');
    const workspaceIds = workspaces.map(({ id }) => id);
    const progress = await this.queries.execute(new FindSearchProgress(workspaceIds));
    if (progress === 'being-built') return { ...view, progress, isBeingBuilt: true };
    const { results, hasMore, isEmpty } = await this.queries.execute(new Search(workspaceIds, text));
    if (isEmpty) return { ...view, problem: say('search.no-words') };
    return { ...view, progress, found: { rows: rowsOf(results, workspaces), hasMore } };
  }
}
