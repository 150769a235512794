// npm run deck: the virtual deck, in a home of its own.
import { endWithNpm } from './npm-gone.mjs';
import { makeReady } from './ready.mjs';
import { words } from './words.mjs';

endWithNpm();
console.log(words.deck);
await makeReady({ products: ['practice', 'plugin', 'desk'], dev: false });
await import('../dist/deck.mjs');
