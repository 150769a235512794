/** What the tour with the practice client says, in its order. */
export const tour = {
  begin:
    'This is Clean Exit. It makes chat programs really leave, and says truthfully what is left.',
  start:
    'A practice client starts: real processes, a real tray icon, real files in a temporary home.',
  status: 'What is there now?',
  exit: 'Safe exit: ask it to quit, wait, end helpers that stay, look again.',
  again: 'Is it really gone?',
  purge: 'Purge its cache: to the trash of its home, and never a chat record.',
  last: 'What is left?',
  log: 'Every request leaves a receipt:',
  end: 'The practice client and all its files were removed again. Now with yours: npx . status\nOr press keys, on a virtual Stream Deck in your browser: npm run deck',
};
