export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'member';
}

/** Where the household lives. */
export const ZONE = 'Europe/Berlin';

export const ANNA: Person = {
  id: '00000000-0000-7000-8000-0000000000a1',
  name: 'Anna',
  email: 'anna@example.org',
  role: 'owner',
};

export const BEN: Person = {
  id: '00000000-0000-7000-8000-0000000000b2',
  name: 'Ben',
  email: 'ben@example.org',
  role: 'member',
};

export const PEOPLE = [ANNA, BEN] as const;

/** Of both: whoever tries the data signs in with it. */
export const PASSWORD = 'beans on toast';
