import type { Size } from 'x11';
import type { Window } from '../../../core/model.ts';
import { ask, attributesOf, numbers, property } from './ask.ts';
import type { Display } from './display.ts';
import { titleOf } from './title.ts';
import type { View } from './view.ts';

const INPUT_ONLY = 2;
const VIEWABLE = 2;
/** Pixels: at most so wide and high are icons that wait for a tray, and what toolkits hide. */
const TINY = 64;

interface Place {
  readonly id: number;
  /** A window manager has it in its list, or has put its state on it. */
  readonly listed: boolean;
  /** Directly on the root; otherwise inside of a frame, or of a tray. */
  readonly top: boolean;
}

/** The windows of these processes that a person would call a window, shown or hidden. */
export async function findWindows(
  view: View,
  pids: ReadonlySet<number>,
): Promise<readonly Window[]> {
  const { display } = view;
  const [ownerOf, places] = await Promise.all([view.ownerOf, placesOn(view)]);
  const windows = await Promise.all(
    places.map(async (place) => {
      const pid = await ownerOf(place.id);
      return pid !== undefined && pids.has(pid) ? describe(display, place, pid) : undefined;
    }),
  );
  return windows.filter((window) => window !== undefined);
}

/** Everything on the root, one level below it, and what the window manager lists; each once. */
async function placesOn({ display, children }: View): Promise<readonly Place[]> {
  const places = new Map<number, Place>();
  for (const { root } of display.setup.screen) {
    const [listed, tops] = await Promise.all([
      property(display, root, '_NET_CLIENT_LIST').then(numbers),
      children(root),
    ]);
    const inside = (await Promise.all(tops.map(children))).flat();
    for (const id of inside) places.set(id, { id, top: false, listed: false });
    for (const id of tops) places.set(id, { id, top: true, listed: false });
    for (const id of listed) places.set(id, { id, top: tops.includes(id), listed: true });
  }
  return [...places.values()];
}

async function describe(
  display: Display,
  { id, top, listed }: Place,
  pid: number,
): Promise<Window | undefined> {
  const [attributes, size, state, kind, title] = await Promise.all([
    attributesOf(display, id),
    ask<Size>((answer) => display.client.GetGeometry(id, answer)),
    property(display, id, 'WM_STATE'),
    property(display, id, 'WM_CLASS'),
    titleOf(display, id),
  ]);
  if (!attributes || !size) return undefined;
  // Menus and tooltips manage themselves; what only takes input shows nothing.
  if (attributes.overrideRedirect !== 0 || attributes.klass === INPUT_ONLY) return undefined;
  const visible = attributes.mapState === VIEWABLE;
  const managed = listed || state !== undefined;
  const tiny = size.width <= TINY && size.height <= TINY;
  // Without a manager: what has a class or a name, and was made to be seen.
  const own = top && (kind !== undefined || title !== '') && (visible || !tiny);
  const classes = (kind?.data.toString('latin1') ?? '').split('\0').filter(Boolean);
  return managed || own
    ? { id: String(id), title, pid, visible, ...(classes.length > 0 ? { classes } : {}) }
    : undefined;
}
