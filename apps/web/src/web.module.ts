import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandsModule } from '#libs/commands';
import { Config, HealthModule, PlatformModule, type Logger } from '#libs/platform';
import { QueriesModule } from '#libs/queries';
import { ReadModelReadiness, SEARCH_PATH } from '#libs/read-model';
import { Assets, AssetsController } from './assets/index.js';
import { Forms } from './forms/forms.js';
import { ListAsOfPage } from './history/list-as-of.page.js';
import { ListHistoryController } from './history/list-history.controller.js';
import { ListHistoryPage } from './history/list-history.page.js';
import { TodoHistoryController } from './history/todo-history.controller.js';
import { ErrorPagesFilter } from './http/error-pages.filter.js';
import { PageParts } from './http/page-parts.js';
import { PrincipalGuard } from './http/principal.guard.js';
import { SameOriginGuard } from './http/same-origin.guard.js';
import { CreateListForm } from './lists/create-list.form.js';
import { HomeController } from './lists/home.controller.js';
import { HomePage } from './lists/home.page.js';
import { ListController } from './lists/list.controller.js';
import { ListPage } from './lists/list.page.js';
import { RemoveListForm } from './lists/remove-list.form.js';
import { ListNotice } from './lists/list-notice.js';
import { RemovedNotice } from './lists/removed-notice.js';
import { RenameListForm } from './lists/rename-list.form.js';
import { RestoreListForm } from './lists/restore-list.form.js';
import { TodoEditing } from './lists/todo-editing.js';
import { AddTodoForm } from './todos/add-todo.form.js';
import { CompleteTodoForm } from './todos/complete-todo.form.js';
import { MoveTodoForm } from './todos/move-todo.form.js';
import { RemoveTodoForm } from './todos/remove-todo.form.js';
import { RenameTodoForm } from './todos/rename-todo.form.js';
import { ReopenTodoForm } from './todos/reopen-todo.form.js';
import { RestoreTodoForm } from './todos/restore-todo.form.js';
import { TodoForms } from './todos/todo-forms.js';
import { TrashController } from './trash/trash.controller.js';
import { Views } from './views/index.js';

const pages = [
  HomeController,
  ListController,
  ListHistoryController,
  TodoHistoryController,
  TrashController,
  AssetsController,
];

const forms = [
  AddTodoForm,
  CompleteTodoForm,
  CreateListForm,
  MoveTodoForm,
  RemoveListForm,
  RemoveTodoForm,
  RenameListForm,
  RenameTodoForm,
  ReopenTodoForm,
  RestoreListForm,
  RestoreTodoForm,
];

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
        HealthModule.for(ReadModelReadiness),
        CqrsModule.forRoot(),
        CommandsModule,
        QueriesModule,
      ],
      controllers: [...pages, ...forms],
      providers: [
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: PrincipalGuard },
        ErrorPagesFilter,
        { provide: APP_FILTER, useExisting: ErrorPagesFilter },
        { provide: Assets, useFactory: () => new Assets(config) },
        { provide: Views, useFactory: (assets: Assets) => new Views(assets, config), inject: [Assets] },
        Forms,
        HomePage,
        ListAsOfPage,
        ListHistoryPage,
        ListPage,
        PageParts,
        ListNotice,
        RemovedNotice,
        TodoEditing,
        TodoForms,
      ],
    };
  }
}
