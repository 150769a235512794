/** What an exit says that goes on to remove files. */
export const wipe = {
  then: (tiers: string) => `then remove ${tiers}, once it is gone`,
};
