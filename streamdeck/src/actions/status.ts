import { bytes } from '../../../shared/core/explain.ts';
import type { Known } from '../../../shared/core/known.ts';
import type { Observation } from '../../../shared/core/model.ts';
import type { Action } from '../action.ts';
import type { Details, Facts } from '../facts.ts';
import type { KeyNow } from '../key.ts';
import { meant, type Meant } from '../meant.ts';
import { first, plain, presenceView, workView } from '../show.ts';
import type { View } from '../view.ts';
import type { Word } from '../words.ts';

/** The pages behind the picture, in the order of the presses. */
const PAGES = ['processes', 'tray', 'memory', 'cache', 'accounts'] as const;
type Page = (typeof PAGES)[number];

/** What is left, as a picture; each press turns to the next detail. */
export const status: Action = {
  id: 'status',
  wantsSizes: true,
  view: (key, facts) => statusView(key, facts),
  press(key, hands) {
    key.page = (key.page + 1) % (PAGES.length + 1);
    if (key.page === 1) hands.detail(key);
    hands.look();
    hands.repaint(key);
  },
};

/** The picture, or the page that was turned to. */
export function statusView(key: KeyNow, facts: Facts): View {
  const who = meant(key, facts);
  const page = PAGES[key.page - 1];
  const picture = first(key, who) ?? workView(key, facts, who) ?? presenceView(key, facts, who);
  if (page === undefined) return picture;
  return {
    ...plain(key, 'detail', who.name, page satisfies Word),
    ...figures(page, facts, who),
    page: { at: key.page - 1, of: PAGES.length },
  };
}

function figures(page: Page, facts: Facts, { ids }: Meant): Pick<View, 'figure' | 'unit'> {
  switch (page) {
    case 'processes':
    case 'tray':
      return counted(page, facts, ids);
    case 'memory':
      return inBytes(ids.map((id) => facts.details.get(id)?.memory));
    case 'cache':
      return inBytes(
        ids.map((id) => {
          const size = facts.sizes.get(id);
          return size?.known ? { known: true, value: size.value.bytes } : size;
        }),
      );
    case 'accounts':
      return total(
        ids.map((id) => length(facts.details.get(id)?.accounts)),
        String,
      );
  }
}

const PLACE = { processes: 'processes', tray: 'trayIcons' } as const satisfies Record<
  string,
  keyof Observation
>;

const counted = (page: keyof typeof PLACE, { glances }: Facts, ids: readonly string[]) =>
  total(
    ids.map((id) => length(glances?.get(id)?.seen[PLACE[page]])),
    String,
  );

const length = (
  list: Known<readonly unknown[]> | Details['accounts'] | undefined,
): Known<number> | undefined => (list?.known ? { known: true, value: list.value.length } : list);

const inBytes = (all: readonly (Known<number> | undefined)[]) => total(all, bytes);

/** `…` while it is being looked at, `?` where it cannot be seen: never a number that nobody counted. */
function total(
  all: readonly (Known<number> | undefined)[],
  inWords: (sum: number) => string,
): Pick<View, 'figure' | 'unit'> & { readonly figure: string } {
  if (all.some((one) => one?.known === false)) return { figure: '?' };
  if (all.some((one) => one === undefined)) return { figure: '…' };
  const sum = all.reduce((so, one) => so + (one?.known ? one.value : 0), 0);
  const [figure = '', unit] = inWords(sum).split(' ');
  return unit === undefined ? { figure } : { figure, unit };
}
