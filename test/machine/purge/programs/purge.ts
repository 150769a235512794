import { questionAt, removeAt } from '../../files/tree.ts';

// purge.cjs FOLDER DATA good|trash [WORKER]: a purge in a process of its own, so that it can be killed.
const [top = '', data = '', way, worker] = process.argv.slice(2);

const removal = await removeAt(questionAt(top, ['{root}/*/cache/**']), data, {
  permanently: way === 'good',
  ...(worker === undefined ? {} : { worker, worthWorkers: 0 }),
});
process.stdout.write(JSON.stringify(removal));
