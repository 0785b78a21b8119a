import type { Database } from '#libs/platform';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

interface Trigger {
  readonly trigger: string;
  readonly exists: boolean;
  readonly isEnabled: boolean;
}

export const triggers: Check = {
  name: 'triggers',
  async look(database: Database): Promise<readonly Finding[]> {
    const found = await database.query<Trigger>(`
      select trigger, t.oid is not null as exists, coalesce(t.tgenabled in ('O', 'A'), false) as "isEnabled"
      from (values ('events_refuse_change'), ('events_refuse_truncate')) needed (trigger)
      left join pg_trigger t on t.tgname = trigger and t.tgrelid = 'events'::regclass`);
    return orWell(found.flatMap(judge), 'refuse every change of an event');
  },
};

function judge({ trigger, exists, isEnabled }: Trigger): Finding[] {
  if (!exists) return [wrong(`do not include ${trigger}`, 'make it again as the migration of events does')];
  const remedy = `alter table events enable trigger ${trigger}`;
  return isEnabled ? [] : [wrong(`are not all on: ${trigger} is off, and events can be changed`, remedy)];
}
