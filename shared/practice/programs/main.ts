import { fromArgs } from './orders.ts';
import { surviveBrokenPipes } from './ready.ts';

surviveBrokenPipes();
const orders = fromArgs(process.argv.slice(2));
switch (orders.role) {
  case 'helper':
    (await import('./helper.ts')).helper(orders);
    break;
  case 'root':
    await (await import('./root.ts')).root(orders);
    break;
  case 'stage':
    await (await import('./stage.ts')).stage(orders);
    break;
}
