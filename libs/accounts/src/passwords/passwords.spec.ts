import { describe, expect, it } from '@jest/globals';
import { Passwords } from './passwords.js';

describe('checking passwords', () => {
  it('knows the right one, and none where there is no hash', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('a pea in a pot');
    expect(await passwords.verify('a pea in a pot', hash)).toBe(true);
    expect(await passwords.verify('a pea in a pod', hash)).toBe(false);
    expect(await passwords.verify('', undefined)).toBe(false);
  });
});
