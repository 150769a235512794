import type { Api, Handle } from './api.ts';

const [MOUSEMOVE, MOUSELEAVE] = [0x200, 0x2a3] as const;
/** Icons are at least 16 pixels wide; so no icon is missed. */
const STEP = 8;
/** SMTO_ABORTIFHUNG, and how long one message may take. */
const [ABORT_IF_HUNG, ANSWER_MS] = [2, 20] as const;
/** More than any tray holds. */
const MOST = 4_000;

/** DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2: without it a scaled screen is told smaller than it is. */
const REAL_PIXELS = -4;

/**
 * Tells a toolbar of Explorer that the mouse passes all of it, and then that it has left; the pointer itself is not
 * moved. A toolbar that the pointer is in belongs to the person, and is left alone.
 */
export function sweep({ user32 }: Api, toolbar: Handle): void {
  const before = user32.SetThreadDpiAwarenessContext(REAL_PIXELS);
  try {
    pass(user32, toolbar);
  } finally {
    if (before) user32.SetThreadDpiAwarenessContext(before);
  }
}

function pass(user32: Api['user32'], toolbar: Handle): void {
  const [rectangle, result] = [Buffer.alloc(16), Buffer.alloc(8)];
  if (isPointedAt(user32, toolbar) || !user32.GetClientRect(toolbar, rectangle)) return;
  const [width, height] = [rectangle.readInt32LE(8), rectangle.readInt32LE(12)];
  const send = (message: number, at: number): boolean =>
    Boolean(user32.SendMessageTimeoutW(toolbar, message, 0, at, ABORT_IF_HUNG, ANSWER_MS, result));
  let sent = 0;
  for (let y = STEP / 2; y < height; y += STEP)
    for (let x = STEP / 2; x < width && sent < MOST; x += STEP, sent++)
      // Who does not answer one does not answer a thousand.
      if (!send(MOUSEMOVE, (y << 16) | x)) return;
  send(MOUSELEAVE, 0);
}

/** Where that cannot be told the pointer may be there. */
function isPointedAt(user32: Api['user32'], toolbar: Handle): boolean {
  const [point, rectangle] = [Buffer.alloc(8), Buffer.alloc(16)];
  if (!user32.GetCursorPos(point) || !user32.GetWindowRect(toolbar, rectangle)) return true;
  const [x, y] = [point.readInt32LE(), point.readInt32LE(4)];
  const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => rectangle.readInt32LE(at));
  return x >= Number(left) && x < Number(right) && y >= Number(top) && y < Number(bottom);
}
