import { text } from 'node:stream/consumers';
import { leaveBus } from '../../../../../shared/machine/linux/tray.ts';
import { speak } from './double.ts';
import type { Scenery } from './system.ts';

// The double as a program of its own: the scenery, and then the arguments that PowerShell gets.
const [scenery = '', ...args] = process.argv.slice(2);
void text(process.stdin)
  .then((input) => speak(JSON.parse(scenery) as Scenery, args, input))
  .then((said) => process.stdout.write(said))
  .then(leaveBus);
