import { createRequire } from 'node:module';
import Module from 'node:module';

const [bundle = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);

/** Raycast's own modules answer whatever is asked of them, and cost nothing: only the bundle is measured. */
const anything: object = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything,
});
const loader = Module as unknown as { _load: (name: string, ...more: unknown[]) => unknown };
const load = loader._load.bind(Module);
loader._load = (name, ...more) =>
  /^(@raycast\/api|react($|\/))/.test(name) ? anything : load(name, ...more);

const [began, busy] = [performance.now(), process.cpuUsage()];
require(bundle);
const { user, system } = process.cpuUsage(busy);
process.stdout.write(`${performance.now() - began} ${(user + system) / 1_000}`);
process.exit(0);
