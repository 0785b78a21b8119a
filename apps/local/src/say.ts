const isTerminal = process.stdout.isTTY;

/** A line of our own. */
export function say(text: string): void {
  console.log(paint(text, 32));
}

/** Passes on what a child writes, line by line, with its name before each. */
export function passOn(name: string, stream: NodeJS.ReadableStream | null): void {
  let rest = '';
  stream?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) console.log(`${paint(name.padEnd(6), 36)} │ ${line}`);
  });
}

function paint(text: string, colour: number): string {
  return isTerminal ? `\u001B[${colour}m${text}\u001B[0m` : text;
}
