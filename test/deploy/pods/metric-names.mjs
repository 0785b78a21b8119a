const PARTS = ['', '_bucket', '_count', '_sum'];

/** The metrics that a process tells in Prometheus' text format, whether it has measured anything yet or not. */
export function metricsIn(exposition) {
  const types = exposition.matchAll(/^# TYPE (\w+) (\w+)$/gm);
  const names = Array.from(types, ([, name, type]) =>
    type === 'histogram' ? PARTS.map((part) => name + part) : name,
  );
  return new Set(names.flat());
}

/** The metrics that rules or a dashboard name: everything that looks like one of a process of ours. */
export function metricsNamed(text) {
  return new Set(text.match(/\b(?:garbanzo|nodejs|process)_\w+/g) ?? []);
}
