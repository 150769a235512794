import { property } from './ask.ts';
import type { Display } from './display.ts';

/** The title by the newer convention, in UTF-8, else by the older one, where STRING means Latin-1. */
export async function titleOf(display: Display, window: number): Promise<string> {
  const [newer, older] = await Promise.all([
    property(display, window, '_NET_WM_NAME'),
    property(display, window, 'WM_NAME'),
  ]);
  if (newer && newer.data.length > 0) return newer.data.toString('utf8');
  if (!older) return '';
  return older.data.toString(older.type === STRING ? 'latin1' : 'utf8');
}

const STRING = 31;
