/** What somebody outside has asked of the system, and what they were told and shown. */
export class Witness {
  /** Commands that were sent, by their ids. Each of them leads to one event when it is done. */
  readonly asked = new Set<string>();
  /** Those that were answered with success. */
  readonly acknowledged = new Set<string>();
  /** Requests that got another answer than success, or none. */
  readonly failures: string[] = [];
  /** Promises that were broken before our eyes. */
  readonly broken: string[] = [];

  acknowledge(commandId: string): void {
    this.asked.add(commandId);
    this.acknowledged.add(commandId);
  }
}
