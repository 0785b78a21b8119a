import { aTodo } from '../../../../test/support/a-todo.js';
import { Assets } from '../assets/index.js';
import { personForm } from '../people/person-form.js';
import { type ListView, type Page, Views } from './index.js';

const options = { basePath: '/todo', production: true };
const views = new Views(new Assets(options), options);

const page: Page = {
  title: 'Groceries',
  commandId: '0199c0de-0000-7000-8000-000000000000',
  catchingUp: false,
  current: 'list',
  reader: { theme: 'dark', letterKeys: true, language: 'en', timeZone: 'UTC' },
  workspace: { path: '/w/home', name: 'Home', mayWrite: true },
};

const list: Page & ListView = {
  ...page,
  id: 'the-list',
  name: 'Groceries',
  removedAt: null,
  archivedAt: null,
  open: 1,
  done: 0,
  show: 'active',
  after: 'there',
  todos: [{ ...aTodo({ id: 'milk', title: '<b>Milk</b> & honey' }), hasNote: false, labels: [] }],
  forms: { addTodo: { title: { id: 'add', name: 'title', value: '' } } },
};

const PERSON = { name: 'Mia', email: 'mia@example.org', password: '', timeZone: 'UTC' };

const past = { asOf: '2026-11-24', moment: new Date('2026-11-24'), unreadable: 0 };

it('is made of templates that are valid', () => {
  const whileDeveloping = { ...options, production: false };
  expect(() => new Views(new Assets(whileDeveloping), whileDeveloping)).not.toThrow();
});

describe('a page', () => {
  it('is rendered for each kind of view', () => {
    const { basePath } = options;
    const rendered = [
      views.render('home', {
        ...page,
        lists: [],
        forms: { createList: { name: { id: 'create', name: 'name', value: '' } } },
      }),
      views.render('list', { ...page, ...list }),
      views.render('list-as-of', { ...page, ...list, ...past }),
      views.render('history', { ...page, name: 'Groceries', removedAt: null, listId: 'the-list', days: [] }),
      views.render('trash', { ...page, lists: [], todos: [] }),
      views.render('error', {
        ...page,
        status: 404,
        heading: 'Not here',
        message: 'It has gone.',
        reload: false,
      }),
      views.render('set-up', {
        ...page,
        forms: { setUp: personForm(PERSON) },
        timeZones: ['UTC'],
        takesTimeZone: true,
      }),
      views.render('sign-in', {
        ...page,
        forms: { signIn: personForm(PERSON) },
        isLate: false,
        hasSignedUp: false,
        maySignUp: false,
        isReset: false,
      }),
      views.render('account', { ...page, name: 'Mia' }),
      views.render('audit', { ...page, of: 'workspace', days: [] }),
    ];
    for (const html of rendered) {
      expect(html).toMatch(/^<!doctype html>\n<html lang="en" data-theme="dark">/);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toContain(`href="${basePath}/assets/app.`);
    }
  });

  it('is the same for who is not signed in, but for what is theirs', () => {
    const { reader: _reader, workspace: _workspace, ...nobody } = page;
    const message = { status: 404, heading: 'Not here', message: 'It has gone.', reload: false };
    const html = views.render('error', { ...nobody, ...message });
    expect(html).toContain('It has gone.');
    expect(html).not.toContain('keys.');
    expect(views.render('error', { ...page, ...message })).toContain('data-keys="/todo/assets/en-keys.');
  });

  it('shows what people typed as text, never as HTML', () => {
    const html = views.render('list', { ...page, ...list });
    expect(html).toContain('&lt;b&gt;Milk&lt;/b&gt; &amp; honey');
    expect(html).not.toContain('<b>');
  });

  it('has no inline script or style, which the security policy would refuse', () => {
    const html = views.render('list', { ...page, ...list });
    expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]* src=)/);
  });

  it('carries the command id in every form that posts', () => {
    const html = views.render('list', { ...page, ...list });
    const forms = html.match(/<form[^]*?<\/form>/g) ?? [];
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) expect(form).toContain(`name="commandId" value="${page.commandId}"`);
  });

  it('keeps its tab and place when a to-do is opened', () => {
    const html = views.render('list', { ...page, ...list }).replaceAll('&#x3D;', '=');
    expect(html).toContain('href="/todo/w/home/lists/the-list?show=active&amp;after=there&amp;edit=milk"');
  });

  it('has only those ways to other pages that there are', () => {
    const pages = { range: '1–100 of 200', next: '/lists/the-list?after=here' };
    const html = views.render('list', { ...page, ...list, pages });
    const [nav = ''] = /<nav class="pages"[^]*<\/nav>/.exec(html) ?? [];
    expect(nav.replaceAll(/<[^>]*>/g, ' ').split(/\s{2,}/)).toEqual(['', '1–100 of 200', 'Next 100', '']);
  });

  it('says what is wrong in its title, in a summary and beside the field', () => {
    const title = { id: 'add', name: 'title', value: ' ', error: 'Give it a title.' };
    const html = views.render('list', { ...page, ...list, forms: { addTodo: { title } } });
    expect(html).toContain('<title>Error: Groceries');
    expect(html).toContain('<a href="#add">Give it a title.</a>');
    expect(html).toMatch(/id="add"[^>]* aria-invalid="true" aria-describedby="add-error"/);
  });

  it('keeps its time in every tab of a list as it was, and has nothing to change it with', () => {
    const html = views.render('list-as-of', { ...page, ...list, ...past }).replaceAll('&#x3D;', '=');
    for (const query of [
      'asOf=2026-11-24',
      'show=active&amp;asOf=2026-11-24',
      'show=done&amp;asOf=2026-11-24',
    ])
      expect(html).toContain(`href="/todo/w/home/lists/the-list?${query}"`);
    expect(html).toContain('<a class="button primary" href="/todo/w/home/lists/the-list">Back to now</a>');
    expect(html).not.toMatch(/<form|formaction/);
  });

  it('says what of the past cannot be read', () => {
    const html = views.render('list-as-of', { ...page, ...list, ...past, unreadable: 2 });
    expect(html).toContain('Something had happened to 2 to-dos');
  });

  it('offers nothing to change to who may only look at it', () => {
    const workspace = { path: '/w/home', name: 'Home', mayWrite: false };
    for (const removedAt of [null, new Date(0)]) {
      const html = views.render('list', { ...page, ...list, workspace, removedAt });
      expect(html).toContain('Milk');
      expect(html).not.toMatch(/<form|formaction|Rename/);
    }
    expect(views.render('home', { ...page, workspace, lists: [], forms: {} })).not.toContain('<form');
  });

  it('offers nothing to change while its list is in the trash', () => {
    const html = views.render('list', { ...page, ...list, removedAt: new Date(0) });
    expect(html).toContain('Restore list');
    expect(html).not.toMatch(/formaction|id="add-todo"/);
  });
});
