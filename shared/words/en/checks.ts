import type { CheckId } from '../../core/model.ts';

/** What the doctor looks at, and what it means where it is not good. */
export const checks = {
  processes: {
    what: 'processes',
    limited: 'Other users’ processes and programs that hide themselves are not seen.',
    missing: 'Without them nothing is ever called gone, and nothing is touched.',
  },
  observer: {
    what: 'second observer',
    limited: 'There is none, so "--second-look" checks nothing.',
    missing: '',
  },
  tray: {
    what: 'tray',
    limited: 'Clients whose icon or menu is not seen are asked politely without it.',
    missing: 'While the tray is unknown no verdict is "gone".',
  },
  screen: {
    what: 'windows',
    limited: 'Some windows are invisible to other programs; processes are seen.',
    missing: 'While a client runs its windows are unknown.',
  },
  waiting: { what: 'waiting', limited: 'Leaving is noticed a moment later.', missing: '' },
  files: {
    what: 'client files',
    limited: '',
    missing: 'Exits work; sizes are unknown, and a purge fails closed.',
  },
  trash: {
    what: 'trash',
    limited: '',
    missing: 'A purge fails closed, unless with "--permanently".',
  },
  state: {
    what: 'receipts',
    limited: '',
    missing: 'Exits and purges work; their receipts are kept for this session, or only shown.',
  },
} satisfies Record<CheckId, { what: string; limited: string; missing: string }>;
