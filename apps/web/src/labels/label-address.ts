import { z } from 'zod';
import { addToPath } from '../http/add-to-path.js';
import { did } from '../lists/list-address.js';

const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);

/** What the address of a page of labels says; what makes no sense is taken as not said. */
const labelAddress = z.object({ did, edit: z.uuid().optional().catch(undefined), page });

export type LabelAddress = z.infer<typeof labelAddress>;

export const parseLabelAddress = (query: Readonly<Record<string, string | undefined>>): LabelAddress =>
  labelAddress.parse(query);

export const LABELS_PATH = '/labels';

/** Of the to-dos with a label. */
export const labelPath = (labelId: string, page = 1): string =>
  addToPath(`${LABELS_PATH}/${labelId}`, { page: page === 1 ? undefined : String(page) });
