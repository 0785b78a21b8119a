import {
  createTable,
  indexTable,
  searchEntries,
  searchWords,
  tableOf,
} from '../../dist/libs/read-model/src/index.js';

const TODOS = 1_000_000;

/** In which workspace the to-do `i` is. */
const PLACES = {
  'one workspace': 'select 0 as workspace',
  'a thousand workspaces': 'select i % 1000 as workspace',
  'one of half of them, and five hundred others':
    'select case when i % 2 = 0 then 0 else i % 500 end as workspace',
};

export const SCENES = Object.keys(PLACES);

/**
 * Fills the tables of the search with a million to-dos of three to seven words; how often a word is used follows Zipf's law. As the
 * owner and set-based, because it is not what is measured.
 */
export async function fillSearch(owner, { kysely }, scene) {
  const tables = [searchEntries, searchWords].map(tableOf);
  await kysely.transaction().execute(async (transaction) => {
    for (const table of tables) await createTable(transaction, table);
  });
  await owner.query(`
    create table filling_words as
    select row_number() over (order by md5(word)) as n, word from (
      select distinct a || b || c || d as word
      from unnest(array['ba','de','fi','go','hu','ka','le','mi','no','pu','ra','se','ti','vo','wu','an','el','ir','os','um']) a,
           unnest(array['be','di','fo','gu','ha','ke','li','mo','nu','pa','re','si','to','vu','wa','ar','en','il','or','us']) b,
           unnest(array['ca','ch','do','fu','ga','he','ki','lo','mu','na','pe','ri','so','tu','va','we','st','rt','ll','nd']) c,
           unnest(array['','n','s','re']) d
    ) made`);
  await owner.query('create unique index on filling_words (n)');
  const [{ count }] = await owner.query('select count(*) from filling_words');
  await owner.query(`
    insert into search_entries (id, workspace_id, kind, list_id, title, former_titles, note, items, completed_at, removed_at,
                                changed_at, title_words, other_words)
    select gen_random_uuid(), workspace_id, 'todo', gen_random_uuid(), string_agg(word, ' '), '{}', '', '[]',
           case when random() < 0.5 then now() end, case when random() < 0.1 then now() end,
           now() - make_interval(secs => (${TODOS} - i) * 30), array_agg(distinct right(workspace_id::text, 8) || word), '{}'
    from generate_series(1, ${TODOS}) i
    cross join lateral (${PLACES[scene]}) place
    cross join lateral (select md5(workspace::text)::uuid as workspace_id) named
    cross join lateral (
      select greatest(1, floor(${count} ^ random()))::int as n from generate_series(1, 3 + i % 5) where i > 0
    ) chosen
    join filling_words using (n)
    group by i, workspace_id`);
  await owner.query(`
    insert into search_words
    select workspace_id, substr(word, 9), count(*) from search_entries, unnest(title_words) word group by 1, 2`);
  await kysely.transaction().execute(async (transaction) => {
    for (const table of tables) await indexTable(transaction, table);
  });
  await owner.query('vacuum analyze search_entries');
  await owner.query('vacuum analyze search_words');
}
