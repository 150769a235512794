/** The accounts of clients. */
export const accounts = {
  none: 'no accounts found',
  account: 'account',
  signedIn: 'in use',
  notSignedIn: 'not in use now',
  lastUsed: (day: string) => `last used ${day}`,
  kept: (size: string) => `${size} never removed`,
};
