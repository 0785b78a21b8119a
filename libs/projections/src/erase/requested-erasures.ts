import { Inject, Injectable } from '@nestjs/common';
import { findRequestedErasures } from '#libs/event-store';
import { Database, LOGGER, type Logger } from '#libs/platform';
import { Projections } from '../projection.js';
import { PatientReadModel } from '../replay/patient-read-model.js';
import { ReplayRunningError } from '../replay/replay-lock.js';
import { eraseRequested, NoSuchWorkspaceError } from './erase-workspace.js';

/** Erases the workspaces whose owners have asked for it. What fails, or waits for a replay, is done at the next call. */
@Injectable()
export class RequestedErasures {
  constructor(
    private readonly database: Database,
    private readonly patient: PatientReadModel,
    private readonly projections: Projections,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async carryOut(): Promise<void> {
    for (const workspaceId of await findRequestedErasures(this.database)) await this.erase(workspaceId);
  }

  private async erase(workspaceId: string): Promise<void> {
    try {
      const { events } = await eraseRequested(this.patient.readModel, this.projections.all, workspaceId);
      this.logger.info({ workspaceId, events }, 'a workspace was erased');
    } catch (error) {
      // Another worker was quicker.
      if (error instanceof NoSuchWorkspaceError) return;
      const level = error instanceof ReplayRunningError ? 'debug' : 'error';
      this.logger[level]({ err: error, workspaceId }, 'a workspace cannot be erased yet');
    }
  }
}
