import { runStatements } from './run-statements.js';

/** Every wait takes this many times as long, so that nothing depends on how busy the machine is. */
const STRETCHED = 3_600;

export async function stretchWaits(url: string): Promise<void> {
  await runStatements(
    url,
    `create function stretch() returns trigger language plpgsql as $$ begin
       if new.waits_until > clock_timestamp() then
         new.waits_until := clock_timestamp() + (new.waits_until - clock_timestamp()) * ${STRETCHED};
       end if;
       return new;
     end $$`,
    'create trigger stretch before insert or update on tries for each row execute function stretch()',
  );
}

/** The seconds that somebody is told to wait, as they would be without the stretching. */
export const told = (headers: Record<string, unknown>) =>
  Math.ceil(Number(headers['retry-after']) / STRETCHED);
