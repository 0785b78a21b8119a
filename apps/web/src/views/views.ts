import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { Assets } from '../assets/assets.js';
import type { TodayView, UpcomingView } from './agenda.view.js';
import type { AuditView } from './audit.view.js';
import type { CredentialViews } from './credential.views.js';
import type { ErrorView } from './error.view.js';
import { helpers } from './helpers.js';
import type { HistoryView } from './history.view.js';
import type { HomeView } from './home.view.js';
import type { LabelViews } from './label.views.js';
import type { ListAsOfView } from './list-as-of.view.js';
import type { ListView } from './list.view.js';
import type { DeleteAccountView, ProfileView, TokensView } from './own-account.views.js';
import type { NoteView } from './note.view.js';
import { refusedFields, type Page } from './page.view.js';
import type { AccountView, SetUpView, SignInView } from './person.views.js';
import { readTemplates, templatesVersion } from './templates.js';
import type { SideListsView } from './side-lists.view.js';
import type { SearchView } from './search.view.js';
import type * as WayIn from './way-in.views.js';
import type { TrashView } from './trash.view.js';
import type { UndoView } from './undo.view.js';
import type { WorkspaceViewModels } from './workspace.views.js';

export interface ViewModels extends CredentialViews, LabelViews, WorkspaceViewModels {
  readonly today: TodayView;
  readonly upcoming: UpcomingView;
  readonly home: HomeView;
  readonly archive: HomeView;
  readonly list: ListView;
  readonly 'list-as-of': ListAsOfView;
  readonly history: HistoryView;
  readonly search: SearchView;
  readonly trash: TrashView;
  readonly undo: UndoView;
  readonly note: NoteView;
  readonly error: ErrorView;
  readonly 'set-up': SetUpView;
  readonly 'sign-in': SignInView;
  readonly account: AccountView;
  readonly audit: AuditView;
  readonly 'account-delete': DeleteAccountView;
  readonly 'account-deleted': object;
  readonly 'account-profile': ProfileView;
  readonly 'account-tokens': TokensView;
  readonly 'account-email': WayIn.AccountEmailView;
  readonly 'email-confirm': WayIn.EmailConfirmView;
  readonly connections: WayIn.ConnectionsView;
  readonly 'connection-offer': WayIn.ConnectionOfferView;
  readonly forgotten: WayIn.ForgottenView;
  readonly reset: WayIn.ResetView;
  readonly message: WayIn.MessageView;
}

/** Parts of pages that are made by themselves. */
interface PartModels {
  readonly 'side-lists': SideListsView;
}

export interface ViewOptions {
  /** Without a slash at its end. */
  readonly basePath: string;
  /** Templates are compiled once, when they are shown; otherwise all at the start, and again whenever one has changed. */
  readonly production: boolean;
}

/** Turns a page's model into HTML. */
@Injectable()
export class Views {
  private templates;
  private version;

  constructor(
    private readonly assets: Assets,
    private readonly options: ViewOptions,
  ) {
    this.version = templatesVersion();
    this.templates = this.readTemplates();
  }

  render<Name extends keyof ViewModels>(name: Name, model: Page & ViewModels[Name]): string {
    return this.template(name)({ ...model, errors: refusedFields(model) });
  }

  part<Name extends keyof PartModels>(name: Name, model: PartModels[Name]): Handlebars.SafeString {
    return new Handlebars.SafeString(this.template(name)(model));
  }

  private template(name: string) {
    if (!this.options.production) this.readAgainWhenChanged();
    const template = this.templates[name];
    if (template === undefined) throw new Error(`There is no template ${name}.hbs`);
    return template;
  }

  /** A part of a page, as a page that is open asks for it. */
  renderPart(model: Pick<ListView, 'understood'>): string {
    if (!this.options.production) this.readAgainWhenChanged();
    const template = this.templates.understood;
    if (template === undefined) throw new Error('There is no template understood.hbs');
    return template(model);
  }

  private readAgainWhenChanged(): void {
    const version = templatesVersion();
    if (version === this.version) return;
    this.templates = this.readTemplates();
    this.version = version;
  }

  private readTemplates() {
    const { basePath, production } = this.options;
    return readTemplates(helpers({ basePath, asset: (name) => this.assets.url(name) }), production);
  }
}
