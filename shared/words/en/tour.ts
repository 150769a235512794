/** What the tour with the practice client says, in its order. */
export const tour = {
  begin:
    'This is Clean Exit. It quits chat apps completely, checks again, and tells you what is still running.',
  start: 'A practice app starts: real processes, a real tray icon, real files in a temporary home.',
  status: 'What is running now?',
  exit: 'Safe exit: ask it to quit, wait, end remaining helpers, check again.',
  again: 'Is it really gone?',
  purge: 'Purge its cache: to the trash of its temporary home, never a chat record.',
  last: 'What is left?',
  log: 'Every request leaves a receipt:',
  end: 'The practice app and all its files were removed. Now check your own apps: npx . status\nOr press keys on a virtual Stream Deck in your browser: npm run deck',
};
