/** Another program that takes the claim it is given, says what came of it and keeps it until its input ends. */
export const CLAIMER = `
  import { takeClaim } from './shared/machine/claim.ts';
  import { holderLives, thisHolder } from './shared/machine/keep/holder.ts';
  try {
    const taken = takeClaim(process.argv[2], thisHolder('exit'), holderLives);
    console.log(taken.granted ? 'granted' : 'busy');
    if (taken.granted) process.stdin.resume();
  } catch (error) {
    console.log(error.name, error.code, error.path);
  }`;
