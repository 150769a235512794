/** How often: at least so that a median means something, at most as long as there is time. */
export interface Rounds {
  readonly atLeast: number;
  readonly atMost: number;
  /** After this time no further round begins. */
  readonly ms: number;
}

/** Runs rounds one after the other, each over all cases, so that noise meets every case alike. */
export async function rounds(
  { atLeast, atMost, ms }: Rounds,
  round: (number: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  for (let number = 0; number < atMost; number++) {
    if (number >= atLeast && performance.now() - began > ms) return;
    await round(number);
  }
}
