/** Keeps the smallest of all that it is given, and forgets the others. */
export class Smallest<Item> {
  private readonly sorted: Item[] = [];

  /** @param size how many it keeps at the most */
  constructor(
    private readonly size: number,
    private readonly compare: (one: Item, other: Item) => number,
  ) {}

  add(item: Item): void {
    const last = this.sorted.at(-1);
    if (this.sorted.length === this.size && last !== undefined && this.compare(item, last) >= 0) return;
    this.sorted.splice(this.placeOf(item), 0, item);
    if (this.sorted.length > this.size) this.sorted.pop();
  }

  /** Smallest first. */
  get items(): readonly Item[] {
    return this.sorted;
  }

  private placeOf(item: Item): number {
    const place = this.sorted.findIndex((kept) => this.compare(item, kept) < 0);
    return place === -1 ? this.sorted.length : place;
  }
}
