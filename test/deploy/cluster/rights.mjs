/** What somebody was let do, as `verb resource.group`, from the audit log of an API server. */
export function usedRights(auditLog) {
  const events = auditLog
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const allowed = events.filter(({ objectRef, responseStatus }) => objectRef && responseStatus?.code !== 403);
  const used = allowed.flatMap(({ verb, objectRef: { resource, apiGroup }, responseStatus }) =>
    // What is applied and was not there takes both.
    (verb === 'patch' && responseStatus?.code === 201 ? ['create', 'patch'] : [verb]).map((one) =>
      nameOf(one, resource, apiGroup),
    ),
  );
  return new Set(used);
}

/** @throws Error naming each right in the rules that was not used */
export function refuseMoreRights(rules, used) {
  const given = rules.flatMap(({ verbs, resources, apiGroups }) =>
    verbs.flatMap((verb) =>
      resources.flatMap((resource) => apiGroups.map((group) => nameOf(verb, resource, group))),
    ),
  );
  const unused = given.filter((right) => !used.has(right));
  if (unused.length > 0) throw new Error(`Nobody needs ${unused.join(', ')}`);
}

const nameOf = (verb, resource, group) => `${verb} ${resource}${group ? `.${group}` : ''}`;
