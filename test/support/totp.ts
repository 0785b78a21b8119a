import { Secret, TOTP } from 'otpauth';

const STEP = 30_000;

/** An app for codes, with the key that a page shows. */
export class CodeApp {
  constructor(readonly key: string) {}

  static of(html: string): CodeApp {
    const [, key] = /<code dir="auto">([A-Z2-7 ]+)<\/code>/.exec(html) ?? [];
    if (key === undefined) throw new Error('The page shows no key');
    return new CodeApp(key);
  }

  /** @param steps of 30 seconds from now */
  code(steps = 0): string {
    const secret = Secret.fromBase32(this.key.replaceAll(' ', ''));
    return TOTP.generate({ secret, timestamp: Date.now() + steps * STEP });
  }

  /** One that is right in no step near this moment. */
  wrongCode(): string {
    const right = new Set([-2, -1, 0, 1, 2].map((steps) => this.code(steps)));
    return (
      ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.has(code)) ?? ''
    );
  }
}
