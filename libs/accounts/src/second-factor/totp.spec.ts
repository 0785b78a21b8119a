import { keyAddress, keyText, newKey, stepOf } from './totp.js';

/** RFC 6238, appendix B, for SHA-1; the last six digits. */
const RFC_KEY = Buffer.from('12345678901234567890');

describe('a code of an app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('is at second %i what the standard says: %s', (second, code) => {
    expect(stepOf(code, RFC_KEY, new Date(second * 1_000))).toBe(Math.floor(second / 30));
  });

  it.each([
    [-60, undefined],
    [-30, 41_152_263],
    [0, 41_152_263],
    [30, 41_152_263],
    [60, undefined],
  ])('belongs to its step when the clock is %i seconds off: %s', (seconds, step) => {
    expect(stepOf('005924', RFC_KEY, new Date((1_234_567_890 + seconds) * 1_000))).toBe(step);
  });

  it.each(['', '00592', '0059240', '００５９２４', '5924', 'abcdef'])('is not %j', (code) => {
    expect(stepOf(code, RFC_KEY, new Date(1_234_567_890_000))).toBeUndefined();
  });
});

describe('a key', () => {
  it('is shown as text to type, and in an address to scan', () => {
    expect(keyText(RFC_KEY)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
    const address = new URL(keyAddress(RFC_KEY, 'mia@example.org'));
    expect(address.protocol).toBe('otpauth:');
    expect(decodeURIComponent(address.pathname)).toContain('Garbanzo:mia@example.org');
    expect(address.searchParams.get('secret')).toBe(keyText(RFC_KEY).replaceAll(' ', ''));
  });

  it('is another one each time', () => {
    expect(newKey().equals(newKey())).toBe(false);
    expect(newKey()).toHaveLength(20);
  });
});
