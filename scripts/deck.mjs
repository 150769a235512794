// npm run deck: the virtual deck, in a home of its own.
import { makeReady } from './ready.mjs';

makeReady();
await import('../dist/deck.mjs');
