import { describe, expect, it } from '@jest/globals';
import { formatLink, reportLink } from './link-report.js';

const UNSAID = { publicUrl: undefined };

describe('the address of a link', () => {
  it('is whole when a name of web is known: the first one, over TLS', () => {
    const config = {
      allowedHosts: ['todo.example.org:8443', 'nas.local'],
      basePath: '/todo',
      people: UNSAID,
    };
    const report = reportLink('secret', config);
    expect(report).toEqual({
      path: '/todo/reset/secret',
      url: 'https://todo.example.org:8443/todo/reset/secret',
    });
    expect(formatLink(report, 'Mia')).toContain('\n  https://todo.example.org:8443/todo/reset/secret');
  });

  it('begins with the address that people open, where that is said', () => {
    const people = { publicUrl: 'http://nas.local:8000' };
    const report = reportLink('secret', { allowedHosts: ['todo.example.org'], basePath: '', people });
    expect(report.url).toBe('http://nas.local:8000/reset/secret');
  });

  it('is a path otherwise, with a word about what to put before it', () => {
    const report = reportLink('secret', { allowedHosts: [], basePath: '', people: UNSAID });
    expect(report).toEqual({ path: '/reset/secret' });
    expect(formatLink(report, 'Mia')).toMatch(/\n {2}\/reset\/secret\n\nPut before it the address/);
  });
});
