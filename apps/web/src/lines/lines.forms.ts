import { Controller } from '@nestjs/common';
import { AddTodoWithItems, findProblem, type CommandContext } from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { commandIdOf } from '../forms/command-id.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { listPath } from '../lists/list-address.js';
import { ListPage } from '../lists/list.page.js';
import { say } from '../locales/index.js';
import { parseLines, type WrittenTodo } from './parse-lines.js';

interface Lines {
  readonly lines: string;
}

/** Adds a to-do for each of several lines: all of them at once, or none. */
@Needs('write')
@Controller(inWorkspace('lists/:listId/todos/lines'))
export class LinesForms {
  constructor(
    private readonly answers: FormAnswers,
    private readonly page: ListPage,
  ) {}

  @PostForm()
  async add(
    @Id('listId') listId: string,
    @Posted('addLines', { lines: typed }) form: PostedForm<Lines>,
  ): Promise<void> {
    const todos = parseLines(form.fields.lines);
    const problem = findProblem(todos);
    const pages = {
      to: listPath(listId, { ...form.from, edit: undefined }),
      again: (refused: RefusedForm) => this.showAgain(form, listId, { refused, line: problem?.line }),
      blank: listPath(listId, { ...form.from, edit: 'lines' }),
    };
    if (problem !== undefined) return await this.answers.refuse(form, problem.refusal, pages);
    else if (todos.length === 0) return await this.answers.refuse(form, 'title-empty', pages);
    const useCases = todos.map((todo, nth) => added(form.context, listId, { todo, nth }));
    await this.answers.giveMany(form, useCases, { ...pages, onList: listId });
  }

  private showAgain(
    { reply, from }: PostedForm,
    listId: string,
    { refused, line }: { readonly refused: RefusedForm; readonly line: number | undefined },
  ): Promise<string> {
    const notice = line === undefined ? {} : { notice: { text: say('lines.wrong', { line }) } };
    return this.page.render(reply, listId, { ...from, edit: 'lines' }, { refused, ...notice });
  }
}

/** Each is named after the command and its place in it. */
function added(
  context: CommandContext,
  listId: string,
  { todo, nth }: { readonly todo: WrittenTodo; readonly nth: number },
): AddTodoWithItems {
  const { text: title, isTicked: isDone } = todo;
  const { commandId } = context;
  const items = todo.items.map((item, index) => ({
    itemId: commandIdOf(`/lines/${nth}/${index}`, { commandId }),
    text: item.text,
    isTicked: item.isTicked,
  }));
  const todoId = commandIdOf(`/lines/${nth}`, { commandId });
  return new AddTodoWithItems(context, todoId, { listId, title, isDone, items });
}
