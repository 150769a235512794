/** The accounts of clients. */
export const accounts = {
  none: 'no accounts found',
  account: 'account',
  signedIn: 'signed in',
  notSignedIn: 'not signed in',
  lastUsed: (day: string) => `last used ${day}`,
  kept: (size: string) => `${size} kept`,
};
