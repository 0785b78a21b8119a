/** A merge patch (RFC 7396). What Kubernetes merges by the names in a list is replaced here: nobody asks for it. */
export function merge(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
