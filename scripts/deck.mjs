// npm run deck: the virtual deck, in a home of its own.
import { makeReady } from './ready.mjs';
import { words } from './words.mjs';

console.log(words.deck);
await makeReady({ products: ['practice', 'plugin', 'desk'], dev: false });
await import('../dist/deck.mjs');
