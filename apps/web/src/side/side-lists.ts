import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { SafeString } from 'handlebars';
import type { MemberOf } from '#libs/accounts';
import { GetListLinks, type ListLinks } from '#libs/queries';
import { viewOf } from '../http/reader-of.js';
import { Views } from '../views/index.js';

/** The lists of a workspace as they stand beside its pages, in HTML. */
@Injectable()
export class SideLists {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  /** As they are now: call it behind what says how new the page is. @param current the list that the page is about */
  async of(workspace: MemberOf, current?: string): Promise<SafeString> {
    return this.show(workspace, await this.read(workspace), current);
  }

  read({ id }: MemberOf): Promise<ListLinks> {
    return this.queries.execute(new GetListLinks(id));
  }

  show(workspace: MemberOf, lists: ListLinks, current: string | undefined): SafeString {
    return this.views.part('side-lists', { ...lists, workspace: viewOf(workspace), current });
  }
}
