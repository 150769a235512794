import type { Words } from './words.ts';

export const en: Words = {
  verdict: {
    gone: 'gone',
    'still-running': 'still running',
    partly: 'partly gone',
    unknown: 'unknown',
  },
  presence: {
    gone: 'gone',
    running: 'running',
    'in-tray': 'in tray',
    residue: 'left behind',
    unknown: 'unknown',
  },
  request: { exit: 'safe exit', force: 'force exit', purge: 'purge cache', hide: 'hide' },
  step: {
    look: 'look',
    ask: 'ask to quit',
    wait: 'wait',
    end: 'end',
    close: 'close window',
    settle: 'watch',
    remove: 'remove',
  },
  outcome: { done: 'done', already: 'nothing to do', skipped: 'skipped', failed: 'failed' },
  role: { root: 'root', helper: 'helper' },
  tier: {
    cache: 'cache',
    leftover: 'leftovers',
    're-download': 'downloaded again when needed',
    'your-files': 'your files',
    messages: 'messages',
  },
  refusal: {
    blind: {
      what: 'The running processes cannot be seen, so nothing was touched.',
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
    denied: {
      what: 'The system does not allow it.',
      next: 'Do it as the user who owns it, or give this program the permission.',
    },
    'force-not-allowed': {
      what: 'The policy does not allow ending a client by force.',
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
      what: 'A program has a file open there.',
      next: 'Close that program, then purge again.',
    },
    'needs-consent': {
      what: 'These are your own files and need a consent of their own.',
      next: 'Name the tier yourself and look at the preview first.',
    },
    'no-trash': {
      what: 'There is no trash that could give the files back.',
      next: 'Use "--permanently" if you are sure.',
    },
    'not-settled': {
      what: 'The client left only a moment ago and may still be writing.',
      next: 'Wait some seconds, then purge again.',
    },
    changed: {
      what: 'This changed since it was looked at, so it stays.',
      next: 'Look at the preview again.',
    },
    link: {
      what: 'This is a link and is left as it is.',
      next: 'Look where it leads; remove it by hand if you made it.',
    },
    'other-file-system': {
      what: 'This is on another file system and stays.',
      next: 'Remove it by hand if you are sure.',
    },
    'other-owner': {
      what: 'This belongs to another user and stays.',
      next: 'Let its owner do it.',
    },
    'outside-root': {
      what: 'This is outside the client’s own folder and stays.',
      next: 'Check the folder that the client was told to use.',
    },
    protected: {
      what: 'Chat records, logins, keys and backups are never removed.',
      next: 'Purge the cache instead; delete messages only inside the client itself.',
    },
    'unknown-root': {
      what: 'The client’s data folder could not be found for certain.',
      next: 'Start the client once, or name the folder in a client file.',
    },
  },
  next: {
    gone: '',
    'still-running':
      'It may be asking something: look at its window. Then try again, or end it with "clean-exit force".',
    partly: 'Something was left behind: see above, then run "clean-exit force" or look again.',
    unknown: 'Not everything could be seen: run "clean-exit doctor".',
  },
  why: {
    denied: 'not allowed',
    failed: 'could not be looked at',
    timeout: 'no answer in time',
    unsupported: 'not visible on this system',
    'not-looked': 'not looked at',
    'too-many': 'more files than a quick look counts',
    'root-still-there': 'the root is still there',
    'still-there': 'still there',
    respawned: 'came back',
    blind: 'cannot see',
  },
  text: {
    freed: 'freed %s',
    freeable: '%s cache',
    notKnown: 'not known: %s',
    processes: '%s processes',
    trayIcons: '%s tray icons',
    windows: '%s windows',
    nothingLeft: 'nothing left',
    left: 'left',
    elapsed: '%s s',
    waiting: 'waiting for it to leave … %s s',
    asking: 'asking %s to quit …',
    ending: 'ending %s …',
    closing: 'closing %s …',
    removing: 'removing … %s files, %s',
    settling: 'watching that nothing comes back … %s s',
    wouldDo: 'would do',
    wouldDoNothing: 'nothing to do',
    refused: 'refused',
    next: 'next',
    others: '%s of other users, left alone',
    unmerged: 'closed in a hurry; its journal is kept',
    hidden: 'hidden',
  },
};
