import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ACCOUNT_NEEDS, AccountsModule } from '#libs/accounts';
import { COMMAND_NEEDS, CommandsModule } from '#libs/commands';
import { Config, HealthModule, PlatformModule, type Logger } from '#libs/platform';
import { QUERY_NEEDS, QueriesModule } from '#libs/queries';
import { NEEDED_SHAPES, readinessOf, SEARCH_PATH } from '#libs/read-model';
import { AccessGuard, TokenInAddressGuard } from './access/index.js';
import { AGENDA_MAKERS, AGENDA_PAGES } from './agenda/index.js';
import { Assets, AssetsController } from './assets/index.js';
import { ChecklistForms } from './checklist/checklist.forms.js';
import { ExtractItemForm } from './checklist/extract-item.form.js';
import { FormAnswers } from './forms/form-answers.js';
import { ActorNames } from './history/actor-names.js';
import { ListAsOfPage } from './history/list-as-of.page.js';
import { ListHistoryController } from './history/list-history.controller.js';
import { ListHistoryPage } from './history/list-history.page.js';
import { TodoHistoryController } from './history/todo-history.controller.js';
import { ErrorPagesFilter } from './http/error-pages.filter.js';
import { HealthController } from './http/health.controller.js';
import { HostGuard } from './http/host.guard.js';
import { PageParts } from './http/page-parts.js';
import { ReadingInterceptor } from './http/reading.interceptor.js';
import { SameOriginGuard } from './http/same-origin.guard.js';
import { ArchiveController } from './lists/archive.controller.js';
import { HomeController } from './lists/home.controller.js';
import { HomePage } from './lists/home.page.js';
import { KeptPages } from './kept-pages/index.js';
import { LIVE_MAKERS, LIVE_PAGES } from './live/index.js';
import { KeptListPage } from './lists/kept-list.page.js';
import { ListController } from './lists/list.controller.js';
import { ListPage } from './lists/list.page.js';
import { ListTransfer } from './lists/list-transfer.js';
import { LinesForms } from './lines/lines.forms.js';
import { ListForms } from './lists/list.forms.js';
import { Notices } from './lists/notices.js';
import { TodoEditing } from './lists/todo-editing.js';
import { TransferController } from './lists/transfer.controller.js';
import { TodoNoteController } from './notes/index.js';
import { PEOPLE_MAKERS, PEOPLE_PAGES } from './people/index.js';
import { AddTodoForms, QuickAdd, SentenceController } from './quick-add/index.js';
import { SIDE_MAKERS } from './side/index.js';
import { BackPages } from './todos/back-pages.js';
import { ChosenForms } from './todos/chosen.forms.js';
import { SearchController } from './search/search.controller.js';
import { SearchPage } from './search/search.page.js';
import { TodoAnswers } from './todos/todo-answers.js';
import { LABEL_MAKERS, LABEL_PAGES } from './labels/index.js';
import { LabelForms } from './todos/label.forms.js';
import { RecurringForms } from './todos/recurring.forms.js';
import { TodoForms } from './todos/todo.forms.js';
import { TodoMover } from './todos/todo-mover.js';
import { TrashController } from './trash/trash.controller.js';
import { UndoController } from './undo/undo.controller.js';
import { Undo } from './undo/undo.js';
import { UndoPage } from './undo/undo.page.js';
import { Views } from './views/index.js';

const pages = [
  ArchiveController,
  HomeController,
  ListController,
  ListHistoryController,
  TodoHistoryController,
  TodoNoteController,
  SearchController,
  SentenceController,
  TrashController,
  AssetsController,
  HealthController,
];

const forms = [
  AddTodoForms,
  ChecklistForms,
  ChosenForms,
  ExtractItemForm,
  ...LABEL_PAGES,
  LabelForms,
  LinesForms,
  ListForms,
  RecurringForms,
  TodoForms,
  TransferController,
  UndoController,
];

/** What the controllers make pages and answers with. */
const makers = [
  ActorNames,
  BackPages,
  FormAnswers,
  HomePage,
  KeptListPage,
  ...LABEL_MAKERS,
  ListAsOfPage,
  ListHistoryPage,
  ListPage,
  ListTransfer,
  PageParts,
  Notices,
  QuickAdd,
  SearchPage,
  Undo,
  UndoPage,
  TodoEditing,
  TodoAnswers,
  TodoMover,
];

const readiness = readinessOf({
  shapes: NEEDED_SHAPES,
  needs: [...QUERY_NEEDS, ...COMMAND_NEEDS, ...ACCOUNT_NEEDS],
  without: 'down',
});

/** Only where there is a replica: it takes time at each request. */
const choosingReads = { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor };

/** From a form to a command, and from a query to a view. */
@Module({})
export class WebModule {
  static for(config: Config, logger: Logger): DynamicModule {
    return {
      module: WebModule,
      imports: [
        PlatformModule.for({
          config,
          logger,
          name: 'garbanzo web',
          role: 'garbanzo_web',
          searchPath: SEARCH_PATH,
          durable: true,
        }),
        HealthModule.for(readiness),
        CqrsModule.forRoot(),
        AccountsModule,
        CommandsModule,
        DiscoveryModule,
        QueriesModule,
      ],
      controllers: [...AGENDA_PAGES, ...PEOPLE_PAGES, ...pages, ...LIVE_PAGES, ...forms],
      providers: [
        { provide: APP_GUARD, useClass: HostGuard },
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: TokenInAddressGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        ...(config.replicaUrl === undefined ? [] : [choosingReads]),
        ErrorPagesFilter,
        { provide: APP_FILTER, useExisting: ErrorPagesFilter },
        { provide: Assets, useFactory: () => new Assets(config) },
        { provide: Views, useFactory: (assets: Assets) => new Views(assets, config), inject: [Assets] },
        { provide: KeptPages, useFactory: () => new KeptPages(config) },
        ...LIVE_MAKERS,
        ...AGENDA_MAKERS,
        ...PEOPLE_MAKERS,
        ...SIDE_MAKERS,
        ...makers,
      ],
    };
  }
}
