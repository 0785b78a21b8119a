// Hands connections to a port on to a socket: `node relay.mjs PORT SOCKET`. It ends when its standard input does.
import { connect, createServer } from 'node:net';

const [port, socket] = process.argv.slice(2);

createServer((from) => {
  const to = connect(socket);
  from.pipe(to).pipe(from);
  // Whoever breaks off ends both.
  from.on('error', () => to.destroy());
  to.on('error', () => from.destroy());
}).listen(Number(port), '0.0.0.0', () => console.log('listening'));

process.stdin.resume().on('end', () => process.exit());
