import type { Known } from '../../../shared/core/known.ts';
import type { Action } from '../action.ts';
import { type DeckState } from '../deck-state.ts';
import type { Key, KeyNow } from '../key.ts';
import { targets, together, type Targets } from '../targets.ts';
import { lost, plain, presenceView, workView } from '../show.ts';
import { sumOfAll } from '../sum.ts';
import type { View } from '../view.ts';
import type { Word } from '../words.ts';

/** The pages behind the picture, in the order of the presses. */
const PAGES = ['processes', 'tray', 'memory', 'cache', 'accounts'] as const;
type Page = (typeof PAGES)[number];

/** What is left, as a picture; each press turns to the next detail. */
export const status: Action = {
  id: 'status',
  wantsSizes: true,
  view: (key, state) => statusView(key, state),
  press(key, commands) {
    key.page = (key.page + 1) % (PAGES.length + 1);
    commands.look();
  },
  detail: (key) => detailOf(key),
  onlyShows: true,
};

/** What the page of a key shows that no look tells. */
export function detailOf(key: Key): 'memory' | 'accounts' | undefined {
  const page = PAGES[key.page - 1];
  return page === 'memory' || page === 'accounts' ? page : undefined;
}

/** The picture, or the page that was turned to. */
export function statusView(key: KeyNow, state: DeckState): View {
  const who = targets(key, state);
  const page = PAGES[key.page - 1];
  const other = lost(key, who);
  if (page === undefined || other)
    return other ?? workView(key, state, who) ?? presenceView(key, state, who);
  return {
    ...plain(key, 'detail', who.name, page satisfies Word),
    ...figures(page, state, who),
    page: { at: key.page - 1, of: PAGES.length },
  };
}

function figures(page: Page, state: DeckState, { ids }: Targets): Pick<View, 'figure' | 'unit'> {
  if (ids.length === 0) return ofNobody(page, state);
  const { snapshots, memory, sizes, accounts } = state;
  switch (page) {
    case 'processes':
      return counted(ids.map((id) => snapshots && snapshots.get(id)?.seen.processes));
    case 'tray':
      return counted(ids.map((id) => snapshots && snapshots.get(id)?.seen.trayIcons));
    case 'memory':
      return sumOfAll(
        ids.map((id) => memory.get(id)),
        'bytes',
      );
    case 'cache':
      return sumOfAll(
        ids.map((id) => {
          const size = sizes.get(id);
          return size?.known ? { known: true, value: size.value.cache.bytes } : size;
        }),
        'bytes',
      );
    case 'accounts':
      return counted(ids.map((id) => accounts.get(id)));
  }
}

/** Nobody is there: then there are no processes, but nobody counted the files of those who left. */
function ofNobody(page: Page, state: DeckState): Pick<View, 'figure'> {
  const presence = together([], state);
  if (presence === undefined) return { figure: '…' };
  if (presence !== 'gone') return { figure: '?' };
  return { figure: page === 'processes' || page === 'tray' ? '0' : '–' };
}

const counted = (all: readonly (Known<readonly unknown[]> | undefined)[]) =>
  sumOfAll(
    all.map((one) => (one?.known ? { known: true, value: one.value.length } : one)),
    'count',
  );
