// Lints the Raycast extension with Raycast's own tool, offline: `node scripts/lint-raycast.mjs [FOLDER]`.
// It asks a server for the author and for the manifest's schema; a stand-in on loopback answers with ours.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installRaycast, ray } from './build-raycast.mjs';
import { TOP } from './ready.mjs';

const SCHEMA = readFileSync(path.join(TOP, 'scripts/raycast-schema.json'), 'utf8');

/** Throws with what the tool said where something is not as the store wants it. */
export async function lintRaycast(folder) {
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(url.startsWith('/schemas/') ? SCHEMA : JSON.stringify({ id: 'stand-in' }));
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  );
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const address = `http://127.0.0.1:${port}`;
  try {
    const env = { RAY_APIURL: address };
    const args = ['lint', '--schema', `${address}/schemas/extension.json`];
    const said = await ray(folder, args, env);
    // It ends well in spite of warnings, such as a title in lower case or a linter that is not there.
    const warned = said.split('\n').some((line) => line !== '' && !line.startsWith('ready '));
    if (warned) throw new Error(`ray lint warned in ${folder}:\n${said}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installRaycast(TOP);
  try {
    await lintRaycast(path.resolve(process.argv[2] ?? path.join(TOP, 'raycast')));
    console.log('raycast: no complaint');
  } catch (/** @type {any} */ error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
