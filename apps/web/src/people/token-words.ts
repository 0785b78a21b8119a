import type { TokenAccess, TokenRefusal } from '#libs/accounts';
import { choicesOf } from './choices.js';
import { PROFILE_REFUSALS } from './words.js';

/** For how many days a token can be good: it always ends, because it is forgotten some day. */
export const DAYS = ['7', '30', '90', '365'] as const;

const DAYS_LABELS: Readonly<Record<(typeof DAYS)[number], string>> = {
  7: 'A week',
  30: '30 days',
  90: '90 days',
  365: 'A year',
};

const ACCESS_LABELS: Readonly<Record<TokenAccess, string>> = { read: 'Read', write: 'Read and write' };

export const DAYS_CHOICES = choicesOf(DAYS_LABELS);
export const ACCESS_CHOICES = choicesOf(ACCESS_LABELS);

/** Why a token is not made, and what to do about it. */
export const TOKEN_REFUSALS: Readonly<Record<TokenRefusal, string>> = {
  'name-empty': 'Say what program the token is for.',
  'name-too-long': PROFILE_REFUSALS['name-too-long'],
  'name-not-text': PROFILE_REFUSALS['name-not-text'],
  'name-one-too-many': 'You have 50 tokens. Revoke those that you do not need any more.',
  'workspaces-none': 'Choose at least one workspace, or all of them.',
  'workspaces-foreign': 'You are not a member of one of these workspaces (any more). Choose again.',
};
