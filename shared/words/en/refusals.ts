import type { RefusalCode } from '../../core/model.ts';

/** What is refused, and the next thing to do. */
export const refusals = {
  blind: {
    what: 'What would have to be seen cannot be seen, so nothing was touched.',
    next: 'Run "clean-exit doctor" to see what is missing.',
  },
  busy: {
    what: 'Somebody else is working on this client.',
    next: 'Wait until that request is over, then look again with "clean-exit status".',
  },
  'client-running': {
    what: 'The client is still running, so its files are not touched.',
    next: 'Run "clean-exit exit" for it first, then purge again.',
  },
  failed: {
    what: 'Clean Exit itself failed.',
    next: 'Look with "clean-exit status" what is there now, then ask again.',
  },
  declined: { what: 'You said no.', next: 'Nothing was ended. Ask again when you are ready.' },
  denied: {
    what: 'The system does not allow it.',
    next: 'Do it as the user who owns it, or give this program the permission.',
  },
  'force-not-allowed': {
    what: 'The policy does not allow ending anything by force.',
    next: 'Use the safe exit, or ask whoever wrote the policy.',
  },
  hold: {
    what: 'A hold is in force: nothing may be removed.',
    next: 'Ask whoever set the hold in the policy.',
  },
  'not-removable': {
    what: 'Too little is known about this client’s files to remove any.',
    next: 'It can leave safely; remove files only from inside the client.',
  },
  'not-supported': {
    what: 'This computer has no way to do that.',
    next: 'Run "clean-exit doctor" to see which ways there are.',
  },
  'open-elsewhere': {
    what: 'A program has a file of it open, so nothing of it was touched.',
    next: 'Close that program, then purge again.',
  },
  'needs-consent': {
    what: 'These are your own files and need a consent of their own.',
    next: 'Look at it first with "--dry-run", then add "--as-shown" and the code at the end of that preview.',
  },
  'no-such-account': {
    what: 'There is no such account.',
    next: 'Run "clean-exit accounts" to see which there are.',
  },
  'trash-only': {
    what: 'Your own files only ever go to the trash.',
    next: 'Leave out "--permanently".',
  },
  'no-trash': {
    what: 'There is no trash that could take the files.',
    next: 'Use "--permanently" if you are sure.',
  },
  'not-in-trash': {
    what: 'It left its place and was not seen in the trash.',
    next: 'Look into the trash before you go on, and allow that it is looked into.',
  },
  changed: {
    what: 'This changed since it was looked at, so it stays.',
    next: 'Look at the preview again.',
  },
  link: {
    what: 'This is a link and is left as it is.',
    next: 'Look where it leads; remove it by hand if you made it.',
  },
  'behind-link': {
    what: 'The chats are behind this link: leave it. Nothing behind it was looked at.',
    next: 'Only a link of your own to a folder of your own, that no other client uses, is followed.',
  },
  special: {
    what: 'This is a pipe, a socket or a device and stays.',
    next: 'Start and quit the client once; it removes its own.',
  },
  'not-looked-at': {
    what: 'This client keeps files here as well, and they were not looked at.',
    next: 'Clear its cache inside the client itself.',
  },
  'other-file-system': {
    what: 'This is on another file system and stays.',
    next: 'Remove it by hand if you are sure.',
  },
  'other-owner': { what: 'This belongs to another user and stays.', next: 'Let its owner do it.' },
  'outside-root': {
    what: 'This is outside the client’s own folder and stays.',
    next: 'Check the folder that the client was told to use.',
  },
  protected: {
    what: 'Chat records, logins, keys and backups are never removed.',
    next: 'Purge the cache instead; delete messages only inside the client itself.',
  },
} satisfies Record<RefusalCode, { what: string; next: string }>;
