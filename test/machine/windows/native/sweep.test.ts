import { describe, expect, it } from 'vitest';
import type { Api } from '../../../../shared/machine/windows/native/api.ts';
import { sweep } from '../../../../shared/machine/windows/native/sweep.ts';

/** A toolbar of 24 by 16 pixels at 100, 100, and the messages that it gets; the pointer is here, or nobody knows where. */
function toolbar(pointer: readonly [number, number] | undefined) {
  const messages: number[] = [];
  const contexts: number[] = [];
  const user32 = {
    SetThreadDpiAwarenessContext: (context: number) => (contexts.push(context), 17),
    GetCursorPos: (point: Buffer) => {
      pointer?.forEach((one, at) => point.writeInt32LE(one, 4 * at));
      return pointer ? 1 : 0;
    },
    GetWindowRect: (_: number, rectangle: Buffer) => {
      [100, 100, 124, 116].forEach((one, at) => rectangle.writeInt32LE(one, 4 * at));
      return 1;
    },
    GetClientRect: (_: number, rectangle: Buffer) => {
      [0, 0, 24, 16].forEach((one, at) => rectangle.writeInt32LE(one, 4 * at));
      return 1;
    },
    SendMessageTimeoutW: (_: number, message: number) => messages.push(message),
  };
  sweep({ user32 } as unknown as Api, 1);
  return { messages, contexts };
}

describe('a mouse that passes the tray', () => {
  it('is told to have left in the end, and counts the pixels of the screen itself', () => {
    const { messages, contexts } = toolbar([0, 0]);
    expect(messages).toEqual([...Array<number>(6).fill(0x200), 0x2a3]);
    expect(contexts).toEqual([-4, 17]);
  });
  it('does not pass where the person points, or may point', () => {
    expect(toolbar([110, 110]).messages).toEqual([]);
    expect(toolbar(undefined).messages).toEqual([]);
  });
});
