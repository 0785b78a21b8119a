import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saidOf, Searching, searchPath } from '../support/searching.js';
import { itemsOn } from '../support/items.js';
import { asRead } from '../support/as-read.js';

describe('a search', () => {
  let app: Searching;
  let home: string;
  beforeAll(async () => {
    app = await Searching.start();
    home = await app.visitor.createList('Household');
  });
  afterAll(() => app.close());

  const add = (title: string) => app.visitor.addTodo(home, title);
  const page = async (text: string) =>
    asRead((await app.visitor.open(searchPath(text))).text).replaceAll('&#x3D;', '=');

  it.each([
    ['a word', 'Buy oranges', 'oranges', 'Buy [oranges]'],
    ['the beginning of a word', 'Water the hydrangea', 'hydr', 'Water the [hydr]angea'],
    ['several words, in any order', 'Write to the landlord', 'landlord wri', '[Wri]te to the [landlord]'],
    ['other case and no accents', 'Crème brûlée', 'CREME brulee', '[Crème] [brûlée]'],
    ['accents where there are none', 'Nachos', 'náchos', '[Nachos]'],
    ['a letter too many', 'Descale the kettle', 'kettlle', 'Descale the [kettle]'],
    ['a letter too few', 'Prune the raspberries', 'raspberies', 'Prune the [raspberries]'],
    ['another letter', 'Sharpen the scissors', 'scizsors', 'Sharpen the [scissors]'],
    ['letters that changed places', 'Defrost the freezer', 'freeezr', 'Defrost the [freezer]'],
    ['German', 'Fußmatte ausschütteln', 'fussmatte', '[Fußmatte] ausschütteln'],
    ['Greek', 'Αγορά γάλακτος', 'ΓΑΛΑΚΤΟΣ', 'Αγορά [γάλακτος]'],
    ['Russian', 'Купить ёлку', 'елк', 'Купить [ёлк]у'],
    ['Hebrew', 'לקנות חָלָב', 'חלב', 'לקנות [חָלָב]'],
    ['Arabic', 'شراء حَلِيب', 'حليب', 'شراء [حَلِيب]'],
    ['Hindi', 'दूध खरीदना', 'दूध', '[दूध] खरीदना'],
    ['Chinese, in the middle', '去超市买牛奶', '牛奶', '去超市买[牛奶]'],
    ['one Chinese character', '修理水龙头', '龙', '修理水[龙]头'],
    ['Japanese', '図書館に本を返す', '本を', '図書館に[本を]返す'],
    ['Thai', 'ซื้อกาแฟที่ตลาด', 'กาแฟ', 'ซื้อ[กาแฟ]ที่ตลาด'],
    ['Korean', '세탁소에서 옷 찾기', '세탁소', '[세탁소]에서 옷 찾기'],
    ['Turkish', 'Isıtıcıyı tamir et', 'isitici', '[Isıtıcı]yı tamir et'],
    ['a number', 'Call 555-1234', '1234', 'Call 555-[1234]'],
    ['a picture', '🎺 lesson', '🎺', '[🎺] lesson'],
  ])('finds %s', async (_, title, text, expected) => {
    await add(title);
    expect(await app.find(text)).toEqual([expected]);
  });

  it('finds no word of a script without spaces whose characters stand apart', async () => {
    await add('上海大海上');
    expect(await app.find('海上')).toEqual(['上海大[海上]']);
    expect(await app.find('上海大')).toEqual(['[上海大]海上']);
    expect(await app.find('海上海')).toEqual([]);
  });

  it('forgives nothing in a short word, and no two mistakes', async () => {
    await add('Feed the dog');
    await add('Chrysanthemum');
    expect(await app.find('dgo')).toEqual([]);
    expect(await app.find('chrisantemum')).toEqual([]);
  });

  it('finds a list, and says that it is one', async () => {
    await app.visitor.createList('Wintergarden');
    expect(await app.find('wintergard')).toEqual(['[Wintergard]en']);
    expect(await page('wintergard')).toMatch(/<span>List<\/span>/);
  });

  it('finds what was called otherwise before, and says so', async () => {
    const id = await add('Marmelade');
    await app.visitor.submit(`/todos/${id}/rename`, { title: 'Jam', from: 'Marmelade' });
    expect(await app.find('marmel')).toEqual(['Jam']);
    expect(await page('marmel')).toMatch(/Formerly called <bdi><mark>Marmel<\/mark>ade<\/bdi>/);
    expect(await page('jam')).not.toContain('Formerly');
    await app.visitor.submit(`/todos/${id}/rename`, { title: 'Marmelade', from: 'Jam' });
    expect(await app.find('marmel')).toEqual(['[Marmel]ade']);
  });

  it('finds a to-do by its checklist, shows which item that is, and forgets it with the item', async () => {
    const id = await app.visitor.addTodo(home, 'Bake a cake');
    await app.visitor.submit(`/todos/${id}/items`, { item: 'Flour' });
    const { html } = await app.visitor.submit(`/todos/${id}/items`, { item: 'Kardamom', edit: id });
    const item = itemsOn(html).at(-1)?.id ?? '';
    expect(await page('karda cake')).toMatch(/In its checklist: <bdi>Flour, <mark>Karda<\/mark>mom<\/bdi>/);
    await app.visitor.submit(`/todos/${id}/items/${item}/remove`);
    expect(await app.find('kardamom')).toEqual([]);
    expect(await app.find('flour')).toEqual(['Bake a cake']);
  });

  it('finds a word of a note, shows where it stands there, and forgets it with the note', async () => {
    const id = await add('Call the plumber');
    const note = `${'The tap drips. '.repeat(20)}Ask for <b>Wisłowska</b>.`;
    await app.visitor.submit(`/todos/${id}/note`, { note, from: '0' });
    expect(await app.find('wislow')).toEqual(['Call the plumber']);
    expect(await page('wislow')).toMatch(
      /In its note: <bdi>…[^<]*drips. Ask for &lt;b&gt;<mark>Wisłow<\/mark>ska&lt;\/b&gt;\.<\/bdi>/,
    );
    expect(await page('plumber')).not.toContain('In its note');
    const { text } = await app.visitor.open(`/lists/${home}?edit=${id}`);
    const from = /action="[^"]*\/note"[^]*?name="from" value="(\d+)"/.exec(text)?.[1] ?? '';
    await app.visitor.submit(`/todos/${id}/note`, { note: '', from });
    expect(await app.find('wislow')).toEqual([]);
  });

  it('finds what is done, in the trash, or in the trash with its list, and says so', async () => {
    const [done, removed] = [await add('Walnut cake'), await add('Walnut oil')];
    await app.visitor.submit(`/todos/${done}/complete`);
    await app.visitor.submit(`/todos/${removed}/remove`);
    const cellar = await app.visitor.createList('Cellar');
    const shelf = await app.visitor.addTodo(cellar, 'Walnut shelf');
    await app.visitor.submit(`/lists/${cellar}/remove`);
    expect((await app.find('walnut')).toSorted()).toEqual([
      '[Walnut] cake',
      '[Walnut] oil',
      '[Walnut] shelf',
    ]);
    const html = await page('walnut');
    expect(html).toMatch(/cake[^]*?In <bdi>Household<\/bdi>[^]*?<span>Done<\/span>/);
    expect(html).toMatch(/oil[^]*?In the trash<\/span>/);
    expect(html).toMatch(/shelf[^]*?In <bdi>Cellar<\/bdi>[^]*?In the trash with its list/);
    expect(html).toContain(`/lists/${cellar}#t-${shelf}`);
    const [, trash = ''] = new RegExp(`href="([^"]*/trash[^"]*)#t-${removed}"`).exec(html) ?? [];
    expect((await app.visitor.open(trash)).text).toContain(`id="t-${removed}"`);
  });

  it('leads to a to-do that is open for editing in its list', async () => {
    const id = await add('Quinces');
    const [, path = ''] = new RegExp(`href="([^"]*)#t-${id}"`).exec(await page('quinces')) ?? [];
    expect((await app.visitor.open(path)).text).toContain(`id="edit-${id}"`);
  });

  it('knows in which list something is now', async () => {
    const id = await add('Ladder');
    const shed = await app.visitor.createList('Shed');
    await app.visitor.submit(`/todos/${id}/move`, { listId: shed, onList: home });
    expect(await page('ladder')).toContain('In <bdi>Shed</bdi>');
  });

  it('shows first who has just that word, then longer ones, then former titles, then what may be meant', async () => {
    const former = await add('Pepper');
    await app.visitor.submit(`/todos/${former}/rename`, { title: 'Grinder', from: 'Pepper' });
    await add('Peppers');
    await add('Pepper mill');
    await add('Peppir');
    const done = await add('Pepper pot');
    await app.visitor.submit(`/todos/${done}/complete`);
    expect(await app.find('pepper')).toEqual([
      '[Pepper] mill',
      '[Pepper] pot',
      '[Pepper]s',
      'Grinder',
      '[Peppir]',
    ]);
  });

  it('shows the first fifty, and says that there are more', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `Zucchini ${at}`);
    for (const title of lines) await app.visitor.post(`/lists/${home}/todos`, { title });
    const { text } = await app.visitor.open(searchPath('zucchini'));
    expect(saidOf(text)).toBe(
      '50 results. There are more than these: type more of what you are looking for.',
    );
    expect(await app.find('zucchini 59')).toEqual(['[Zucchini] [59]']);
  });

  it('shows at once what was just written, however often', async () => {
    for (let at = 0; at < 10; at += 1) {
      await app.visitor.post(`/lists/${home}/todos`, { title: `Fresh${at}ness` });
      expect(await app.find(`fresh${at}n`)).toEqual([`[Fresh${at}n]ess`]);
    }
  });
});
