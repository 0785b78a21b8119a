import type { Append } from '#libs/event-store';

/** An append as the SQL function `append_events` takes it. */
export function asRow(item: Append) {
  return {
    item: 0,
    shard: item.shard,
    stream_id: item.streamId,
    expected: item.expected.version,
    expected_command: item.expected.commandId,
    looked_at: [...item.lookedAt.keys()],
    looked_at_versions: [...item.lookedAt.values()].map(({ version }) => version),
    looked_at_commands: [...item.lookedAt.values()].map(({ commandId }) => commandId ?? null),
    workspace_id: item.workspaceId,
    actor_id: item.actorId,
    command_id: item.commandId,
    correlation_id: item.correlationId,
    causation_id: item.causationId,
    traceparent: item.traceparent,
    events: item.events,
  };
}
