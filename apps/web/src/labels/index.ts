/** The labels of a workspace: their page, and what is to be done with each of them. */
import { LabelledPage } from './labelled.page.js';
import { LabelChanges, LabelsController } from './labels.controller.js';
import { LabelsPage } from './labels.page.js';

export { LabelledPage } from './labelled.page.js';

export const LABEL_PAGES = [LabelsController, LabelChanges];
export const LABEL_MAKERS = [LabelledPage, LabelsPage];
