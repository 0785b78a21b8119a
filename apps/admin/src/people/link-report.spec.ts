import { describe, expect, it } from '@jest/globals';
import { formatLink, reportLink } from './link-report.js';

describe('the address of a link', () => {
  it.each([
    ['https://todo.example.org', '/todo', 'https://todo.example.org/todo/reset/secret'],
    ['http://localhost:18080', '', 'http://localhost:18080/reset/secret'],
  ])('begins with what people open: %s', (origin, basePath, url) => {
    const report = reportLink('secret', { origin, basePath });
    expect(report).toEqual({ path: `${basePath}/reset/secret`, url });
    expect(formatLink(report, 'Mia')).toContain(`\n  ${url}`);
  });

  it('is a path where that is not known, with a word about what says it', () => {
    const report = reportLink('secret', { origin: undefined, basePath: '' });
    expect(report).toEqual({ path: '/reset/secret' });
    const text = formatLink(report, 'Mia');
    expect(text).toMatch(/\n {2}\/reset\/secret\n\nPut before it the address/);
    expect(text).toContain('PUBLIC_URL');
    expect(text).not.toContain('ALLOWED_HOSTS');
  });

  it('is for somebody whose name changes nothing else of the text', () => {
    expect(formatLink(reportLink('secret', { origin: undefined, basePath: '' }), 'Mia\u202e')).toContain(
      'Mia�',
    );
  });
});
