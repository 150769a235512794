import { startPractice } from '../../../shared/practice/start.ts';
import { type StartOptions } from '../../../shared/practice/start-options.ts';

/** Another program that starts a client, says what came of it and leaves; `step.cjs` may abort it. */
const abort = new AbortController();
Object.assign(globalThis, { abortStart: () => abort.abort() });
const options = JSON.parse(process.argv[2] ?? '') as StartOptions;
try {
  await startPractice({ ...options, signal: abort.signal });
  console.log('started');
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log(...[error.name, ...('code' in error ? [error.code] : [])]);
}
