import { describe, expect, it } from '@jest/globals';
import { formatLink, reportLink } from './link-report.js';

describe('the address of a link', () => {
  it('is whole when a name of web is known: the first one, over TLS', () => {
    const config = { allowedHosts: ['todo.example.org:8443', 'nas.local'], basePath: '/todo' };
    const report = reportLink('secret', config);
    expect(report).toEqual({
      path: '/todo/reset/secret',
      url: 'https://todo.example.org:8443/todo/reset/secret',
    });
    expect(formatLink(report, 'Mia')).toContain('\n  https://todo.example.org:8443/todo/reset/secret');
  });

  it('is a path otherwise, with a word about what to put before it', () => {
    const report = reportLink('secret', { allowedHosts: [], basePath: '' });
    expect(report).toEqual({ path: '/reset/secret' });
    expect(formatLink(report, 'Mia')).toMatch(/\n {2}\/reset\/secret\n\nPut before it the address/);
  });
});
