import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { MergeLabel, RecolourLabel, RemoveLabel, RenameLabel, type UseCase } from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { LABELS_PATH } from './label-address.js';
import { LabelledPage } from './labelled.page.js';
import { LabelsPage } from './labels.page.js';

/** The labels of a workspace, and what has one. */
@Needs('read')
@ReadsFrom('either')
@Controller(inWorkspace('labels'))
export class LabelsController {
  constructor(
    private readonly labels: LabelsPage,
    private readonly labelled: LabelledPage,
  ) {}

  @Get()
  async all(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, await this.labels.render(reply));
  }

  @Get(':labelId')
  async one(@Res() reply: FastifyReply, @Id('labelId') labelId: string): Promise<void> {
    sendPage(reply, await this.labelled.render(reply, labelId));
  }
}

interface Name {
  readonly label: string;
  /** What it was on the page that the form was on. */
  readonly from: string;
}

/** What can be asked for of a label: each is one event, however many to-dos have it. */
@Needs('write')
@Controller(inWorkspace('labels/:labelId'))
export class LabelChanges {
  constructor(
    private readonly answers: FormAnswers,
    private readonly page: LabelsPage,
  ) {}

  @PostForm('rename')
  async rename(
    @Id('labelId') labelId: string,
    @Posted('renameLabel', { label: typed, from: typed }) form: PostedForm<Name>,
  ): Promise<void> {
    await this.give(form, labelId, new RenameLabel(form.context, { labelId, ...form.fields }));
  }

  @PostForm('merge')
  async merge(
    @Id('labelId') labelId: string,
    @Posted('', { into: z.uuid() }) form: PostedForm<{ readonly into: string }>,
  ): Promise<void> {
    const into = form.fields.into.toLowerCase();
    await this.give(form, labelId, new MergeLabel(form.context, { labelId, into }));
  }

  @PostForm('recolour')
  async recolour(
    @Id('labelId') labelId: string,
    @Posted('', { colour: typed }) form: PostedForm<{ readonly colour: string }>,
  ): Promise<void> {
    await this.give(form, labelId, new RecolourLabel(form.context, { labelId, ...form.fields }));
  }

  @PostForm('remove')
  async remove(@Id('labelId') labelId: string, @Posted() form: PostedForm): Promise<void> {
    await this.give(form, labelId, new RemoveLabel(form.context, { labelId }));
  }

  private async give(form: PostedForm, labelId: string, useCase: UseCase): Promise<void> {
    await this.answers.give(form, useCase, {
      to: LABELS_PATH,
      again: (refused) => this.page.render(form.reply, { refused, labelId }),
    });
  }
}
