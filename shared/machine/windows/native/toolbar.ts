import { failure, known, unknown, type Known } from '../../../core/known.ts';
import type { TrayIcon } from '../../../core/model.ts';
import type { Api, Handle } from './api.ts';
import { textIn } from './text.ts';
import { ownerPid } from './windows.ts';

/** PROCESS_VM_OPERATION | PROCESS_VM_READ: a place in Explorer for one button, read by us. */
const RIGHTS = 0x8 | 0x10;
const [COMMIT, RELEASE, READWRITE] = [0x1000, 0x8000, 4] as const;
const [BUTTON_COUNT, GET_BUTTON] = [0x418, 0x417] as const;
/** SMTO_ABORTIFHUNG; a tray that does not answer in this time is not waited for. */
const [ABORT_IF_HUNG, ANSWER_MS] = [2, 500] as const;
/** TBBUTTON with its tooltip, and what Explorer keeps for each icon: the window that it speaks for, and its number there. */
const [BUTTON, DATA_AT, DATA, TEXT_AT] = [32, 16, 16, 24] as const;
/** Its tooltip has 127 letters at most (NOTIFYICONDATAW). */
const TEXT = 128 * 2;

/** The icons that are buttons of these toolbars; a holder that has gone makes it a ghost. */
export function readToolbar(api: Api, toolbars: readonly Handle[]): Known<readonly TrayIcon[]> {
  try {
    const icons: TrayIcon[] = [];
    for (const toolbar of toolbars) {
      const read = readOne(api, toolbar);
      if (!read.known) return read;
      icons.push(...read.value);
    }
    return known(icons);
  } catch (error) {
    return failure(error);
  }
}

function readOne(api: Api, toolbar: Handle): Known<readonly TrayIcon[]> {
  const { kernel32 } = api;
  const explorer = kernel32.OpenProcess(RIGHTS, 0, ownerPid(api, toolbar));
  if (!explorer) return unknown('denied', `Explorer: error ${kernel32.GetLastError()}`);
  const place = kernel32.VirtualAllocEx(explorer, 0, BUTTON, COMMIT, READWRITE);
  try {
    if (!place) return unknown('denied', `Explorer: error ${kernel32.GetLastError()}`);
    const count = ask(api, toolbar, BUTTON_COUNT, 0, 0);
    if (count === undefined) return unknown('timeout', 'Explorer does not answer');
    const icons: TrayIcon[] = [];
    for (let at = 0; at < count; at++) {
      if (ask(api, toolbar, GET_BUTTON, at, place) === undefined)
        return unknown('timeout', 'Explorer does not answer');
      const button = bytesIn(api, explorer, place, BUTTON);
      const data = button && bytesIn(api, explorer, button.readBigUInt64LE(DATA_AT), DATA);
      if (!data) return unknown('failed', 'Explorer keeps its icons in another way');
      const text = bytesIn(api, explorer, button.readBigUInt64LE(TEXT_AT), TEXT);
      icons.push(iconOf(api, data, text ? textIn(text) : '', `${toolbar}/${at}`));
    }
    return known(icons);
  } finally {
    if (place) kernel32.VirtualFreeEx(explorer, place, 0, RELEASE);
    kernel32.CloseHandle(explorer);
  }
}

function iconOf(api: Api, data: Buffer, title: string, address: string): TrayIcon {
  const window = data.readBigInt64LE();
  const pid = api.user32.IsWindow(window) ? ownerPid(api, window) : 0;
  return {
    address,
    id: title,
    title,
    holder: pid > 0 ? known(pid) : unknown('failed', 'its program has gone'),
  };
}

function ask(api: Api, window: Handle, message: number, w: number, l: Handle): number | undefined {
  const result = Buffer.alloc(8);
  const call = api.user32.SendMessageTimeoutW;
  return call(window, message, w, l, ABORT_IF_HUNG, ANSWER_MS, result)
    ? Number(result.readBigUInt64LE())
    : undefined;
}

function bytesIn(
  { kernel32 }: Api,
  process: Handle,
  address: Handle,
  size: number,
): Buffer | undefined {
  const [bytes, read] = [Buffer.alloc(size), Buffer.alloc(8)];
  return kernel32.ReadProcessMemory(process, address, bytes, size, read) ? bytes : undefined;
}
