import type { RefusalCode } from '../../core/model.ts';
import type { OrderRefusalCode } from '../../core/order/refusals.ts';

/** What to do next: a sentence, or one that names the client, and the options that a purge was given. */
type Next = string | ((client: string) => string) | ((client: string, options: string) => string);

/** What is refused, and the next thing to do. */
export const refusals = {
  blind: {
    what: 'Clean Exit could not check everything it needs, so it changed nothing.',
    next: 'See what cannot be checked: clean-exit doctor',
  },
  busy: {
    what: 'Another Clean Exit request is running for this app.',
    next: (client: string) => `Wait until it has finished, then check: clean-exit status ${client}`,
  },
  'client-running': {
    what: 'The app is still running, so its files were not touched.',
    next: (client: string, options: string) =>
      `Quit it, then purge: clean-exit exit ${client} && clean-exit purge ${client}${options}`,
  },
  failed: {
    what: 'Clean Exit itself failed.',
    next: (client: string) => `Check what is running, then try again: clean-exit status ${client}`,
  },
  declined: { what: 'You said no.', next: 'Nothing was ended. Run it again when you are ready.' },
  denied: {
    what: 'The system does not allow it.',
    next: 'Run it as the user who owns it, or give Clean Exit the permission.',
  },
  'force-not-allowed': {
    what: 'The policy does not allow force exits.',
    next: (client: string) =>
      `Use the safe exit, or ask your administrator: clean-exit exit ${client}`,
  },
  hold: {
    what: 'A hold is in force: removing files is not allowed.',
    next: 'Ask the administrator who set the hold in the policy.',
  },
  'not-removable': {
    what: 'Clean Exit knows too little about this app’s files to remove any.',
    next: 'Clear its cache in the app itself.',
  },
  'not-supported': {
    what: 'This computer has no way to do that.',
    next: 'See what works here: clean-exit doctor',
  },
  'open-elsewhere': {
    what: 'Another program has one of its files open, so nothing was removed.',
    next: 'Close that program, then purge again.',
  },
  'needs-consent': {
    what: 'These are your own files and need a separate confirmation.',
    next: (client: string, options: string) =>
      `Preview with --dry-run, then confirm with --as-shown CODE. Preview: clean-exit purge ${client}${options} --dry-run`,
  },
  'audit-unwritable': {
    what: 'The policy requires an audit log, and it cannot be written.',
    next: 'See what is wrong with it: clean-exit audit status',
  },
  'needs-proof': {
    what: 'The policy demands a proof that was not given.',
    next: 'Do it on the command line, which can ask for it.',
  },
  'no-such-account': {
    what: 'There is no such account.',
    next: (client: string) => `See which accounts there are: clean-exit accounts ${client}`,
  },
  'trash-only': {
    what: 'Your own files can only be moved to the trash.',
    next: 'Leave out --permanently.',
  },
  'no-trash': {
    what: 'No trash can take these files.',
    // Your own files never go past the trash.
    next: (client: string, options: string): string =>
      options.includes('your-files')
        ? `Make room on their disk, or let yourself write to its top folder, then: clean-exit purge ${client}${options}`
        : `To delete them permanently: clean-exit purge ${client}${options} --permanently`,
  },
  'not-in-trash': {
    what: 'It was moved, but was not found in the trash.',
    next: 'Check the trash before you continue, and allow Clean Exit to read it.',
  },
  changed: {
    what: 'It changed after the preview, so it was kept.',
    next: (client: string, options: string) =>
      `Preview it again: clean-exit purge ${client}${options} --dry-run`,
  },
  link: {
    what: 'This is a symbolic link and was kept.',
    next: 'Check its target; remove the link by hand if you created it.',
  },
  'behind-link': {
    what: 'The chats are behind this link: keep it. Nothing behind it was checked.',
    next: 'Clean Exit follows a link only if you own it and its target folder, and no other app uses that folder.',
  },
  special: {
    what: 'This is a pipe, a socket or a device and was kept.',
    next: 'Start and quit the app once; it removes its own.',
  },
  'not-looked-at': {
    what: 'This app also keeps files here, and they were not checked.',
    next: 'Clear its cache in the app itself.',
  },
  'other-file-system': {
    what: 'This is on another file system and was kept.',
    next: 'Remove it by hand if you are sure.',
  },
  'other-owner': {
    what: 'This belongs to another user and was kept.',
    next: 'Ask its owner to remove it.',
  },
  'outside-root': {
    what: 'This is outside the app’s own folder and was kept.',
    next: 'Check the storage folder in the app’s settings.',
  },
  protected: {
    what: 'Chat records, logins, keys and backups are never removed.',
    next: (client: string) =>
      `Delete messages in the app itself. To clear its cache: clean-exit purge ${client}`,
  },
} satisfies Record<Exclude<RefusalCode, OrderRefusalCode>, { what: string; next: Next }>;
