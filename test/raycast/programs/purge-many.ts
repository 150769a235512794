import { nativeMachine } from '../../../shared/machine/native-machine.ts';
import { thisEnvironment } from '../../../shared/machine/environment.ts';
import { launch } from '../host/launch.ts';
import { World } from '../host/world.ts';
import { bring, BUILT } from '../machines.ts';

/** Purges the practice client from the view, as a program of its own, so that its heap can be bounded. */
const machine = nativeMachine(thisEnvironment);
bring(machine);
const world = new World();
world.answer = () => true;
let most = 0;
const weigh = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 5);
const view = launch({
  folder: BUILT,
  command: 'purge-cache',
  world,
  arguments: { own: 'practice' },
});
await view.until('the view', () => view.all('List')[0]?.props['isLoading'] === false);
const row = view.row('Cache');
view.select('Cache');
await view.press('Move to Trash…');
clearInterval(weigh);
const { title, message } = view.toast?.now ?? {};
view.stop();
await machine.leave();
console.log(JSON.stringify({ row, title, message, most, errors: view.errors.map(String) }));
process.exit(0);
