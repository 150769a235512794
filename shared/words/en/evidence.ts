/** What a receipt says of a picture of the screen. */
export const evidence = {
  label: 'picture',
  notTaken: (why: string) => `not taken: ${why}`,
};
