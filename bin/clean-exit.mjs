#!/usr/bin/env node
// Runs the built command line; in a fresh checkout it is installed and built first.
import { existsSync } from 'node:fs';

const built = new URL('../dist/clean-exit.mjs', import.meta.url);
if (!existsSync(built)) (await import('../scripts/ready.mjs')).makeReady({ quiet: true });
await import(built.href);
