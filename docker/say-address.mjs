// Runs in the container of web, from its standard input: see say-address.sh.
const { PUBLIC_URL, PUBLISHED_PORT, BASE_PATH = '', SETUP_TOKEN, PORT } = process.env;

const path = BASE_PATH.replace(/\/$/, '');
const origin = PUBLIC_URL || `http://localhost:${PUBLISHED_PORT}`;
const address = origin.replace(/\/$/, '') + path;
console.log(`Garbanzo is ready: ${address}`);

// There is such a page until somebody has an account.
const setUp = await fetch(`http://127.0.0.1:${PORT || 5000}${path}/setup`);
if (setUp.ok) {
  const token = SETUP_TOKEN ? `?token=${encodeURIComponent(SETUP_TOKEN)}` : '';
  console.log(`Make the first account, which owns everything: ${address}/setup${token}`);
}
