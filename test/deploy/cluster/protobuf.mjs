/**
 * Reads a Secret that helm has sent in the binary form of Kubernetes: four bytes, then `Unknown` with the kind and the
 * object's own bytes. Numbers of fields are those of generated.proto; what helm never sets is left out.
 */
export function readSecret(buffer) {
  const secret = fields(fields(buffer.subarray(4))[2][0]);
  const metadata = fields(secret[1][0]);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: string(metadata[1]),
      namespace: string(metadata[3]),
      labels: map(metadata[11], String),
    },
    data: map(secret[2], (bytes) => bytes.toString('base64')),
    type: string(secret[3]),
  };
}

const string = (values) => values?.[0].toString();

/** An entry of a map is a message of a key and a value. */
function map(entries = [], read) {
  return Object.fromEntries(
    entries.map(fields).map((entry) => [string(entry[1]), read(entry[2]?.[0] ?? Buffer.alloc(0))]),
  );
}

/** The values of a message by the numbers of their fields; numbers among the values are of no interest. */
function fields(buffer) {
  const found = {};
  for (let at = 0; at < buffer.length;) {
    const tag = varint(buffer, at);
    const value = varint(buffer, tag.end);
    const isBytes = (tag.value & 7) === 2;
    at = isBytes ? value.end + value.value : value.end;
    if (isBytes) (found[tag.value >> 3] ??= []).push(buffer.subarray(value.end, at));
  }
  return found;
}

function varint(buffer, start) {
  let value = 0;
  let end = start;
  for (let shift = 1; ; shift *= 128) {
    const byte = buffer[end++];
    value += (byte & 127) * shift;
    if (byte < 128) return { value, end };
  }
}
