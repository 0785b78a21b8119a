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

/** Who asks is told what they may do in a namespace: `{resourceRules, nonResourceRules}`. @param kubectl theirs */
export async function rightsIn(namespace, kubectl, as = []) {
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectRulesReview',
    spec: { namespace },
  };
  const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
  const answer = await kubectl(['create', '--raw', path, '--filename', '-', ...as], JSON.stringify(review));
  return JSON.parse(answer).status;
}

/** @throws Error naming each right that somebody has there, that everybody has not, and that no rule gives */
export function refuseOtherRights(theirs, { everybody, rules }) {
  const known = new Set([...listed(everybody), ...listed({ resourceRules: rules })]);
  const other = listed(theirs).filter((right) => !known.has(right));
  if (other.length > 0) throw new Error(`There is also the right to ${other.join(', ')}`);
}

const listed = ({ resourceRules, nonResourceRules = [] }) => [
  ...resourceRules.flatMap(({ verbs, resources, apiGroups, resourceNames = [''] }) =>
    verbs.flatMap((verb) =>
      resources.flatMap((resource) =>
        apiGroups.flatMap((group) =>
          resourceNames.map((name) => `${nameOf(verb, resource, group)} ${name}`.trim()),
        ),
      ),
    ),
  ),
  ...nonResourceRules.flatMap(({ verbs, nonResourceURLs }) =>
    verbs.flatMap((verb) => nonResourceURLs.map((url) => `${verb} ${url}`)),
  ),
];

const nameOf = (verb, resource, group) => `${verb} ${resource}${group ? `.${group}` : ''}`;
