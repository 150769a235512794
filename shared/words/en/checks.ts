import type { CheckId } from '../../core/model.ts';

/** What the doctor checks, and what it means where the answer is not good. */
export const checks = {
  processes: {
    what: 'processes',
    limited: 'Processes of other users and hidden processes cannot be seen.',
    missing: 'Without processes, Clean Exit never reports “gone” and changes nothing.',
  },
  observer: {
    what: 'second observer',
    limited: 'None is available, so --second-look has no effect.',
    missing: '',
  },
  tray: {
    what: 'tray',
    limited: 'No tray found; apps are asked to quit with SIGTERM.',
    missing: 'While the tray cannot be seen, Clean Exit never reports “gone”.',
  },
  screen: {
    what: 'windows',
    limited: 'Some windows are invisible to other programs; processes can be seen.',
    missing: 'The windows of a running app are unknown.',
  },
  waiting: {
    what: 'exit detection',
    limited: 'Exits are detected with a short delay.',
    missing: '',
  },
  files: {
    what: 'app files',
    limited: '',
    missing: 'Exits work; sizes are unknown and purging is refused.',
  },
  trash: {
    what: 'trash',
    limited: '',
    missing: 'Files cannot be moved to this trash.',
  },
  state: {
    what: 'receipts',
    limited: '',
    missing: 'Exits and purges work; receipts are kept until you sign out, or only shown.',
  },
} satisfies Record<CheckId, { what: string; limited: string; missing: string }>;
