import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { FastifyRequest } from 'fastify';
import type { MemberOf } from '#libs/accounts';
import { PageReads, type ListLinks, type Revision } from '#libs/queries';
import { Config } from '#libs/platform';
import { compressedPiece, type Piece } from '../kept-pages/index.js';
import { presentLocale } from '../locales/index.js';
import { SideLists } from './side-lists.js';

const MEBIBYTE = 1024 * 1024;

/** Of each, in bytes: the lists of some thousand workspaces, and what is made of them for some hundred pages. */
const MOST = 4 * MEBIBYTE;

/** The lists of a workspace, as they were when the tables of its shard had been changed so far. */
interface Known {
  readonly tables: string;
  readonly lists: ListLinks;
  readonly text: string;
  /** How new they can be, for readers of a replica. */
  readonly shownUpTo: number;
}

interface Made {
  readonly lists: ListLinks;
  readonly piece: Piece;
}

/**
 * What stands beside pages that are kept, kept as well. They are read again when anything in the tables of the shard has changed, and
 * made again only when they are others.
 */
@Injectable()
export class KeptSideLists {
  private readonly known = new LRUCache<string, Known>({
    maxSize: MOST,
    sizeCalculation: ({ text }) => text.length,
  });
  private readonly made = new LRUCache<string, Made>({
    maxSize: MOST,
    sizeCalculation: ({ piece }) => piece.plain.length + piece.blocks.length,
  });
  private readonly reading = new Map<string, Promise<Known>>();

  constructor(
    private readonly lists: SideLists,
    private readonly reads: PageReads,
    private readonly config: Config,
  ) {}

  /** @param tables as they were before: what is shown is as new, or newer */
  async of(
    request: FastifyRequest,
    workspace: MemberOf,
    { tables, list }: Pick<Revision, 'tables'> & { readonly list: string },
  ): Promise<Piece> {
    const { lists, shownUpTo } = await this.find(request, workspace, tables);
    // They may have been read for somebody whose database is further.
    request.reading?.hasPart(shownUpTo);
    const key = `${workspace.id} ${presentLocale().language} ${list}`;
    const kept = this.made.get(key);
    if (kept?.lists === lists && this.config.production) return kept.piece;
    const piece = compressedPiece(Buffer.from(this.lists.show(workspace, lists, list).toHTML()));
    this.made.set(key, { lists, piece });
    return piece;
  }

  /** Those who ask for the same at the same time wait for one statement, unless they read another database. */
  private async find({ reading }: FastifyRequest, workspace: MemberOf, tables: string): Promise<Known> {
    const known = this.known.get(workspace.id);
    if (known?.tables === tables) return known;
    const source = (await reading?.usesReplica()) ? 'replica' : 'primary';
    const key = `${source} ${workspace.id} ${tables}`;
    const read = this.reading.get(key) ?? this.read(reading, workspace, tables);
    this.reading.set(key, read);
    try {
      const found = await read;
      this.known.set(workspace.id, found);
      return found;
    } finally {
      this.reading.delete(key);
    }
  }

  private async read(
    reading: FastifyRequest['reading'],
    workspace: MemberOf,
    tables: string,
  ): Promise<Known> {
    const lists = await this.lists.read(workspace);
    const text = JSON.stringify(lists);
    const before = this.known.get(workspace.id);
    const shownUpTo = this.reads.hasReplica ? ((await reading?.shownUpTo()) ?? 0) : 0;
    return { tables, text, lists: before?.text === text ? before.lists : lists, shownUpTo };
  }
}
