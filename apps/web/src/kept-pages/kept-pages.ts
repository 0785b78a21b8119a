import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import { KeptPage, type OwnTexts } from './kept-page.js';

const MEBIBYTE = 1024 * 1024;

/** Of all pages that a process keeps, in bytes: some 250 long ones. */
const MOST = 16 * MEBIBYTE;

interface Kept {
  readonly revision: string;
  readonly page: KeptPage;
}

/** The HTML of a page, how new what it shows can be, and until when it says so: in milliseconds since 1970. */
interface Made {
  readonly html: string;
  readonly shownUpTo: number;
  readonly until: number;
}

interface Asked {
  readonly key: string;
  readonly revision: string;
  /** The database that `revision` was read from, and that the page is made of. */
  readonly source: 'primary' | 'replica';
}

interface Options {
  /** Pages are kept; otherwise each is made again, because templates may have changed. */
  readonly production: boolean;
}

/** Pages that need not be made again as long as what they show has the same revision. */
export class KeptPages {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MOST,
    sizeCalculation: ({ page }) => page.size,
  });
  private readonly making = new Map<string, Promise<KeptPage>>();
  /** Nobody can type them: they are shown to nobody, and other ones in each process. */
  private readonly placeholders: OwnTexts = {
    commandId: uuidv7(),
    shown: uuidv7(),
    asOf: uuidv7(),
    side: uuidv7(),
  };

  constructor(private readonly options: Options) {}

  /**
   * The page of this key, made only if it was not made at this revision before, or says so no longer. Those who ask for the same at the
   * same time wait for one page, unless they read another database: it may be slow or fail.
   *
   * @param revision must have been read before `make` begins, from the same database: a page that is newer than its
   *   revision is replaced at the next look, while one that is older would stay
   */
  async get({ key, revision, source }: Asked, make: (texts: OwnTexts) => Promise<Made>): Promise<KeptPage> {
    const kept = this.kept.get(key);
    if (kept?.revision === revision && kept.page.until > Date.now() && this.options.production)
      return kept.page;
    const making = `${source} ${key} ${revision}`;
    const page = this.making.get(making) ?? this.make(make);
    this.making.set(making, page);
    try {
      this.kept.set(key, { revision, page: await page });
    } finally {
      this.making.delete(making);
    }
    return await page;
  }

  private async make(make: (texts: OwnTexts) => Promise<Made>): Promise<KeptPage> {
    const { html, ...made } = await make(this.placeholders);
    return new KeptPage(html, this.placeholders, made);
  }
}
