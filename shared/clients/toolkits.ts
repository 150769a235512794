import type { Fact } from '../core/client.ts';

/** What the windows of a toolkit do on Windows' order to end (WM_ENDSESSION with wParam TRUE). */
export interface Toolkit extends Fact {
  /** Begin of the classes of its top-level windows. */
  readonly windowClass: RegExp;
  readonly name: string;
  /** It quits by the order; else it takes note of it and goes on. */
  readonly quitsOnEndSession: boolean;
}

/** Nobody knows what windows of any other class do. */
export const TOOLKITS: readonly Toolkit[] = [
  {
    ...{ name: 'Qt', windowClass: /^Qt\d+QWindow/, quitsOnEndSession: true, confidence: 'high' },
    source: 'qtbase qwindowscontext.cpp, EndSessionApplicationEvent: aboutToQuit, then quit()',
  },
  {
    ...{ name: 'Electron', windowClass: /^Chrome_WidgetWin_\d+$/, quitsOnEndSession: false },
    confidence: 'high',
    source: 'electron native_window_views_win.cc, WM_ENDSESSION: an event, no quit',
  },
];

/** The toolkit whose windows have this class, if it is known what they do. */
export const toolkitOf = (windowClass: string): Toolkit | undefined =>
  TOOLKITS.find((one) => one.windowClass.test(windowClass));
