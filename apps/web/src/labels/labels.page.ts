import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { foldLabelName, LABEL_COLOURS } from '#libs/commands';
import { GetLabels, type CountedLabel } from '#libs/queries';
import { may, memberOf } from '../access/index.js';
import { showForms, type RefusedForm } from '../forms/refused-form.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { Notices } from '../lists/notices.js';
import { byName, say } from '../locales/index.js';
import { Views, type FormView, type LabelEdit } from '../views/index.js';
import { parseLabelAddress, type LabelAddress } from './label-address.js';

/** The labels of a workspace, one of which may be edited. */
@Injectable()
export class LabelsPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly notices: Notices,
    private readonly views: Views,
  ) {}

  /** @param again a form that was refused, with the label that it is about */
  async render(
    reply: FastifyReply,
    again?: { readonly refused: RefusedForm; readonly labelId: string },
  ): Promise<string> {
    const { workspaceId, role } = memberOf(reply.request);
    const { did, edit = again?.labelId } = this.addressOf(reply, again?.labelId);
    const fresh = await this.parts.fresh(reply);
    const labels = await this.queries.execute(new GetLabels(workspaceId));
    const sorted = labels.toSorted((one, other) => byName(one.name, other.name));
    const edited = may(role, 'write') ? sorted.find(({ id }) => id === edit) : undefined;
    const notice = await this.notices.of(workspaceId, { did });
    return this.views.render('labels', {
      ...(await this.parts.of(reply, say('labels.of-workspace'), 'none')),
      ...fresh,
      ...showForms(formsOf(edited), { refused: again?.refused, notice }),
      labels: sorted.map((label) =>
        label === edited ? { ...label, edit: editOf(label, sorted, again?.refused) } : label,
      ),
    });
  }

  private addressOf({ request }: FastifyReply, labelId: string | undefined): Partial<LabelAddress> {
    return labelId === undefined ? parseLabelAddress(queryOf(request.query)) : {};
  }
}

function formsOf(edited: CountedLabel | undefined): Readonly<Record<string, FormView>> {
  if (edited === undefined) return {};
  return { renameLabel: { label: { id: `rename-${edited.id}`, name: 'label', value: edited.name } } };
}

function editOf(edited: CountedLabel, labels: readonly CountedLabel[], refused?: RefusedForm): LabelEdit {
  const others = labels.filter(({ id }) => id !== edited.id);
  const typed = refused !== undefined && 'label' in refused.fields ? String(refused.fields.label) : '';
  const same =
    refused?.refusal === 'label-name-taken'
      ? others.find(({ name }) => foldLabelName(name) === foldLabelName(typed.trim()))
      : undefined;
  return {
    others,
    colours: LABEL_COLOURS.map((colour) => ({ colour, current: colour === edited.colour })),
    ...(same === undefined ? {} : { same }),
  };
}
