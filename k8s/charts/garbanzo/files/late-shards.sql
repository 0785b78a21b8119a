select count(*)
from (select distinct on (projection) id from generations where state = 'live' order by projection, version desc) g
join checkpoints c on c.generation = g.id
cross join lateral (
  select recorded_at from events e where e.shard = c.shard and e.position > c.position
  order by position limit 1) next
where next.recorded_at < clock_timestamp() - interval '5 seconds'
