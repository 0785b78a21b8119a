import { say } from '../../locales/index.js';

type Names = readonly (readonly [RegExp, string])[];

/** Those that say they are another one as well come first. */
const BROWSERS: Names = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\b|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bHeadlessChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: Names = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const find = (names: Names, userAgent: string) => names.find(([pattern]) => pattern.test(userAgent))?.[1];

/** `Firefox on Linux`, of what a browser says of itself. It may say anything: this is a help to remember, no proof. */
export function deviceWords(userAgent: string): string {
  const browser = find(BROWSERS, userAgent) ?? say('credentials.another-browser');
  const system = find(SYSTEMS, userAgent);
  return system === undefined ? browser : say('credentials.device-on', { browser, system });
}
