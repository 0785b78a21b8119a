import { Injectable } from '@nestjs/common';
import { accounts } from './entities/account.js';
import { PeopleStore } from './people-store.js';
import type { Settings } from './principal.js';
import { parsePersonName, parseTimeZone, type ProfileRefusal } from './profile.js';

export interface ChangedProfile extends Settings {
  readonly name: string;
}

/** What somebody is called, and how they want pages to be. */
@Injectable()
export class ChangeProfile {
  constructor(private readonly store: PeopleStore) {}

  /** Whether somebody has said which time zone is theirs. */
  async hasChosenTimeZone(accountId: string): Promise<boolean> {
    const { timeZoneChosen } = await this.store.manager.findOneOrFail(accounts, accountId);
    return timeZoneChosen;
  }

  /** @returns why nothing was changed; undefined when it was */
  async change(accountId: string, profile: ChangedProfile): Promise<ProfileRefusal | undefined> {
    const [name, timeZone] = [parsePersonName(profile.name), parseTimeZone(profile.timeZone)];
    if (!name.ok) return name.refusal;
    else if (!timeZone.ok) return timeZone.refusal;
    const changed = { ...profile, name: name.text, timeZone: timeZone.text, timeZoneChosen: true };
    await this.store.change((manager) => manager.nativeUpdate(accounts, accountId, changed));
    return undefined;
  }
}
