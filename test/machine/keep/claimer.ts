/** Another program that takes the claim it is given, says what came of it and keeps it for a while. */
export const CLAIMER = `
  import { takeClaim } from './shared/machine/claim.ts';
  import { holderLives, thisHolder } from './shared/machine/keep/holder.ts';
  try {
    const taken = takeClaim(process.argv[2], thisHolder('exit'), holderLives);
    console.log(taken.granted ? 'granted' : 'busy');
    if (taken.granted) setTimeout(() => {}, 2_000);
  } catch (error) {
    console.log(error.name, error.code, error.path);
  }`;
