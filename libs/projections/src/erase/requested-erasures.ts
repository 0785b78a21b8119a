import { Inject, Injectable } from '@nestjs/common';
import { findRequestedErasures } from '#libs/event-store';
import { Database, LOGGER, type Logger } from '#libs/platform';
import { Projections } from '../projection.js';
import { PatientReadModel } from '../replay/patient-read-model.js';
import { ReplayRunningError } from '../replay/replay-lock.js';
import { eraseRequested, NoSuchWorkspaceError } from './erase-workspace.js';

/** Erases the workspaces whose owners have asked for it. What fails, or waits for a replay, is tried again at the next call. */
@Injectable()
export class RequestedErasures {
  constructor(
    private readonly database: Database,
    private readonly patient: PatientReadModel,
    private readonly projections: Projections,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns whether nothing is left to be erased */
  async carryOut(): Promise<boolean> {
    let isAll = true;
    for (const workspaceId of await findRequestedErasures(this.database))
      isAll = (await this.erase(workspaceId)) && isAll;
    return isAll;
  }

  private async erase(workspaceId: string): Promise<boolean> {
    try {
      const { events } = await eraseRequested(this.patient.readModel, this.projections.all, workspaceId);
      this.logger.info({ workspaceId, events }, 'a workspace was erased');
      return true;
    } catch (error) {
      // Another worker was quicker.
      if (error instanceof NoSuchWorkspaceError) return true;
      const level = error instanceof ReplayRunningError ? 'debug' : 'error';
      this.logger[level]({ err: error, workspaceId }, 'a workspace cannot be erased yet');
      return false;
    }
  }
}
