import type { Statement } from './statement-log.js';

/** A part of a statement that names neither a shard nor a workspace, and why it need not. */
interface Exemption {
  readonly part: string;
  readonly reason: string;
}

export const EXEMPT: readonly Exemption[] = [
  {
    part: 'select g.id as generation, g.state, c.shard from generations g join checkpoints c',
    reason: 'once a second, a worker compares the heads and the checkpoints of all shards',
  },
  {
    part: 'select p.shard, p.stream_id as streamId from parked_streams as p',
    reason: 'a worker that starts tries again what is parked, in all shards',
  },
  {
    part: 'select g.projection, g.version, g.state, coalesce(max(head.position), 0)::bigint as head',
    reason: 'metrics and readiness tell how far all shards are',
  },
  {
    part: 'from memberships m left join sessions s on s.id = $2',
    reason: 'finds the workspaces of who asks, which are in any shard',
  },
  {
    part: 'from memberships m join workspaces w on w.id = m.workspace_id where m.account_id = $1',
    reason: 'lists the workspaces of who asks, which are in any shard',
  },
  {
    part: 'from invitations i join workspaces w on w.id = i.workspace_id',
    reason: 'finds the workspace that a link leads to: the token is all that is known',
  },
  {
    part: 'select workspace_id as workspaceId from erasures order by requested_at',
    reason: 'once a second, a worker looks which workspaces are to be erased',
  },
  {
    part: 'with ordinality asked (shard, workspace_id, after, nth)',
    reason:
      'pages that are opened at the same time are told together what each has missed, each with its shard',
  },
  {
    part: 'select shard, head.position from generate_series(0, $1 - 1) shard',
    reason: 'once a second, where pages are open, web looks how far all shards are',
  },
  {
    part: 'from search_entries where array_to_tsvector(title_words || other_words) @@',
    reason:
      'each word of the index begins with the mark of its workspace; of what is found, only the rows of the workspaces that are given are kept',
  },
  {
    part: 'from events e, workspaces w limit 0',
    reason: 'readiness asks whether the log may be read, and reads nothing',
  },
];

export const isExempt = ({ part }: Exemption, { text }: Statement) =>
  text.replaceAll('"', '').replaceAll(/\s+/g, ' ').includes(part);
