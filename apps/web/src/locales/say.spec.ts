import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { changeLocale, inLocale, link, preferredLanguage, say, sayInHtml, type Language } from './index.js';

const inLanguage = <Result>(language: Language, work: () => Result) =>
  inLocale({ language, timeZone: 'UTC' }, work);

describe('a text', () => {
  it('is said in the language of whoever is answered, in English where nobody is', () => {
    const texts = [say('page.trash'), inLanguage('de', () => say('page.trash'))];
    expect(texts).toEqual(['Trash', 'Papierkorb']);
  });

  it('is said in another language as soon as it is known who asks', () => {
    const text = inLanguage('en', () => {
      changeLocale({ language: 'de', timeZone: 'UTC' });
      return say('page.trash');
    });
    expect(text).toBe('Papierkorb');
  });

  it('asks for the values that it needs', () => {
    expect(() => say('page.error-in-title')).toThrow('title');
  });

  it('escapes what people have written when it is a part of a page, and nothing twice', () => {
    const name = '<b>R&D</b>';
    expect(sayInHtml('page.workspace', { name }).toHTML()).toBe(
      '<span class="hidden">Workspace: </span><bdi>&lt;b&gt;R&amp;D&lt;/b&gt;</bdi>',
    );
    const time = new Handlebars.SafeString('<time>now</time>');
    expect(sayInHtml('page.error-in-title', { title: time }).toHTML()).toBe('Error: <time>now</time>');
  });

  it('has links whose addresses are escaped', () => {
    expect(link('/a?b="&c')(['<here>']).toHTML()).toBe('<a href="/a?b&#x3D;&quot;&amp;c">&lt;here&gt;</a>');
  });
});

it.each([
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['fr,en;q=0.5,de;q=0.7', 'de'],
  ['en-US', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  ['de;q=0, en', 'en'],
  [';;;=,', 'en'],
  [undefined, 'en'],
])('the browser that asks for %s gets %s', (asked, language) => {
  expect(preferredLanguage(asked)).toBe(language);
});
