import type { Page } from 'playwright-core';
import { SideBySide } from './side-by-side.js';

type Title = 'Milk' | 'Bread' | 'Rice';

/** A list that is open in Anna's browser, with three to-dos, while others change it. */
export class ListInUse {
  private constructor(
    private readonly both: SideBySide,
    readonly anna: Page,
    /** The list, and another one. */
    readonly home: string,
    readonly garden: string,
    readonly ids: Readonly<Record<Title, string>>,
  ) {}

  static async open(both: SideBySide): Promise<ListInUse> {
    const { visitor } = both.app;
    const home = await visitor.createList('Home');
    const garden = await visitor.createList('Garden');
    const ids = {
      Milk: await visitor.addTodo(home, 'Milk'),
      Bread: await visitor.addTodo(home, 'Bread'),
      Rice: await visitor.addTodo(home, 'Rice'),
    };
    return new ListInUse(both, await both.anna(`/lists/${home}`), home, garden, ids);
  }

  /** What somebody else posts. @throws Error when it is refused */
  async post(path: string, fields?: Readonly<Record<string, string>>): Promise<void> {
    const { status } = await this.both.app.visitor.post(path, fields);
    if (status !== 303) throw new Error(`POST ${path} answered ${status}`);
  }

  add(title: string) {
    return this.post(`/lists/${this.home}/todos`, { title });
  }

  rename(title: Title, to: string) {
    return this.post(`/todos/${this.ids[title]}/rename`, { title: to, from: title });
  }

  remove(title: Title) {
    return this.post(`/todos/${this.ids[title]}/remove`);
  }

  restore(title: Title) {
    return this.post(`/todos/${this.ids[title]}/restore`);
  }

  /** Within the list, unless another one is given; to the end when nothing is given that it is to be before. */
  move(title: Title, { before, to = this.home }: { readonly before?: Title; readonly to?: string } = {}) {
    const fields = { listId: to, from: this.home, before: before ? this.ids[before] : '' };
    return this.post(`/todos/${this.ids[title]}/move`, fields);
  }

  /** From now on, `lost` counts how often an element loses the focus, or is taken out of the page even for a moment. */
  async watch(selector: string): Promise<void> {
    await this.anna.evaluate(`{
      const node = document.querySelector('${selector}');
      globalThis.lost = 0;
      node.addEventListener('blur', () => (lost += 1), { capture: true });
      new MutationObserver((records) => {
        const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
        lost += removed.filter((each) => each.contains(node)).length;
      }).observe(document.body, { childList: true, subtree: true });
    }`);
  }

  lost(): Promise<number> {
    return this.anna.evaluate<number>('lost');
  }
}
