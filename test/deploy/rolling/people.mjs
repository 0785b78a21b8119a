import { addSomebody, SIGNED_IN, WORKSPACE_PATH } from '../../support/somebody.mjs';
import { until } from '../engine/until.mjs';

const TODOS = 200;
const VISITORS = 2;
/** So that each step is one under load. */
const MORE = 20;

/** People who make lists, add to-dos and look at them, through web's Service; and one who looks at an old list all the time. */
export class People {
  #promises;
  #url;
  #owner;
  #watching = new AbortController();
  #looks;
  #load;
  #forgiven;

  /**
   * @param url the database, as its owner
   * @param forgiven which part of the requests may stay without an answer, outside of `noticeNothingOf`, and which may ask for a
   *   list that is not there yet; whoever has sent a form sends it again
   */
  constructor(promises, url, forgiven = { unanswered: 0, notThereYet: 0 }) {
    this.#promises = promises;
    this.#url = url;
    this.#forgiven = forgiven;
    this.witness = new promises.Witness();
  }

  /** @param web its address */
  async begin(web) {
    const { Invariants, Load, fillLog, openDatabase, watch } = this.#promises;
    this.#owner = openDatabase(this.#url);
    this.invariants = new Invariants(this.#url);
    const [{ count }] = await this.#owner.query('select count(*)::int as count from accounts');
    if (count === 0) await addSomebody(this.#owner);
    const list = await fillLog(this.#owner, { todos: TODOS, renames: 1 });
    this.since = await this.invariants.head();
    const old = `${web}${WORKSPACE_PATH}/lists/${list}`;
    const isWhole = (html) => html.includes(`${TODOS} to do`);
    await until(async () => {
      const page = await (await fetch(old, { headers: { accept: 'text/html', ...SIGNED_IN } })).text();
      if (!isWhole(page)) throw new Error(`The old list is not there yet: ${page.slice(0, 500)}`);
    });
    this.#load = new Load(web, this.witness, { visitors: VISITORS });
    this.#looks = watch(old, isWhole, { witness: this.witness, signal: this.#watching.signal });
    await this.mustHaveWorked();
  }

  /** Resolves when they have done more than now. */
  async mustHaveWorked() {
    const { size } = this.witness.acknowledged;
    await until(() => {
      if (this.witness.acknowledged.size < size + MORE) throw new Error('Nobody works');
    });
  }

  /** Does something of which nobody may notice anything, whatever is forgiven besides. */
  async noticeNothingOf(work) {
    const { failures } = this.witness;
    const { length } = failures;
    await work();
    const noticed = failures.slice(length).filter((failure) => kindOf(failure) !== 'notThereYet');
    if (noticed.length > 0) throw new Error(noticed.join('\n'));
  }

  async mustHaveNoticedNothing() {
    await this.#end();
    const { acknowledged, failures } = this.witness;
    const broken = await this.invariants.atRest(this.witness, this.since);
    const looks = await this.#looks;
    console.log(`  ${acknowledged.size} commands, ${looks} looks, ${failures.length} failures`);
    const told = Object.values(Object.groupBy(failures, kindOf)).filter(
      (ofKind) => ofKind.length > (acknowledged.size + looks) * this.#forgivenOf(ofKind[0]),
    );
    const all = [...told.flat(), ...broken];
    if (all.length > 0) throw new Error(all.slice(0, 20).join('\n'));
  }

  #forgivenOf(failure) {
    return this.#forgiven[kindOf(failure)] ?? 0;
  }

  async leave() {
    await this.#end();
    await this.invariants?.close();
    await this.#owner?.close();
  }

  async #end() {
    this.#watching.abort();
    await this.#load?.stop();
    await this.#looks;
  }
}

function kindOf(failure) {
  if (failure.endsWith(': no answer')) return 'unanswered';
  return failure.endsWith(': 503 Not here yet') ? 'notThereYet' : 'other';
}
