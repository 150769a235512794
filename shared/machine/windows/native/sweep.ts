import type { Api, Handle } from './api.ts';

const MOUSEMOVE = 0x200;
/** Icons are at least 16 pixels wide; so no icon is missed. */
const STEP = 8;
/** SMTO_ABORTIFHUNG, and how long one message may take. */
const [ABORT_IF_HUNG, ANSWER_MS] = [2, 20] as const;
/** More than any tray holds. */
const MOST = 4_000;

/** Tells a toolbar of Explorer that the mouse passes all of it; the pointer itself is not moved. */
export function sweep({ user32 }: Api, toolbar: Handle): void {
  const [rectangle, result] = [Buffer.alloc(16), Buffer.alloc(8)];
  if (!user32.GetClientRect(toolbar, rectangle)) return;
  const [width, height] = [rectangle.readInt32LE(8), rectangle.readInt32LE(12)];
  let sent = 0;
  for (let y = STEP / 2; y < height; y += STEP)
    for (let x = STEP / 2; x < width && sent < MOST; x += STEP, sent++) {
      const at = (y << 16) | x;
      const call = user32.SendMessageTimeoutW;
      // Who does not answer one does not answer a thousand.
      if (!call(toolbar, MOUSEMOVE, 0, at, ABORT_IF_HUNG, ANSWER_MS, result)) return;
    }
}
