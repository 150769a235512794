/** `npm run test:long` looks at far more cases than a normal run. */
export const LONG = process.env['CLEAN_EXIT_LONG'] === '1';

export const RUNS = LONG
  ? { law: 10_000, races: 500, records: 1_000 }
  : { law: 300, races: 20, records: 20 };

/** The seed of a long run, which is told, so that it can be repeated; `CLEAN_EXIT_SEED` sets it. */
export function reporter(title: string): {
  readonly seed: number | undefined;
  readonly report: (cases: number, more: string) => void;
} {
  const given = process.env['CLEAN_EXIT_SEED'];
  const seed =
    given === undefined
      ? LONG
        ? crypto.getRandomValues(new Int32Array(1))[0]
        : undefined
      : +given;
  const began = performance.now();
  if (LONG) console.log(`${title}: seed ${seed}`);
  return {
    seed,
    report: (cases, more) => {
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      if (LONG) console.log(`${title}: ${cases} cases in ${seconds} s, seed ${seed}; ${more}`);
    },
  };
}
