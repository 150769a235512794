/** A function of Windows; `async` runs it on another thread and then calls its last argument. */
export interface Call {
  (...given: readonly unknown[]): number | bigint;
  async(...given: readonly unknown[]): void;
}

/** A handle or address; 0 is none. */
export type Handle = number | bigint;

/** The functions of Windows that we call, by the names in Microsoft's documentation. */
export interface Api {
  readonly kernel32: Functions<keyof typeof KERNEL32>;
  readonly user32: Functions<keyof typeof USER32>;
  readonly advapi32: Functions<keyof typeof ADVAPI32>;
  readonly shell32: Functions<keyof typeof SHELL32>;
  readonly ntdll: Functions<keyof typeof NTDLL>;
  /** Loaded when it is first needed; throws where there is none. */
  restartManager(): Functions<keyof typeof RESTART_MANAGER>;
  /** Where the bytes of a buffer lie. */
  readonly address: (buffer: Buffer) => bigint;
  /** Whether this is Wine, by the function that only its ntdll.dll has. */
  readonly isWine: boolean;
  /** Every top-level window of this desktop. */
  windows(): readonly Handle[];
}

type Functions<Name extends string> = Readonly<Record<Name, Call>>;

const KERNEL32 = {
  OpenProcess: 'intptr OpenProcess(uint32 access, int inherit, uint32 pid)',
  CloseHandle: 'int CloseHandle(intptr handle)',
  GetDriveTypeW: 'uint32 GetDriveTypeW(str16 root)',
  GetVolumeNameForVolumeMountPointW:
    'int GetVolumeNameForVolumeMountPointW(str16 root, void *text, uint32 letters)',
  GetLastError: 'uint32 GetLastError()',
  GetCurrentProcess: 'intptr GetCurrentProcess()',
  QueryFullProcessImageNameW:
    'int QueryFullProcessImageNameW(intptr handle, uint32 flags, void *text, void *length)',
  GetProcessTimes:
    'int GetProcessTimes(intptr handle, void *created, void *exited, void *kernel, void *user)',
  WaitForSingleObject: 'uint32 WaitForSingleObject(intptr handle, uint32 ms)',
  WaitForMultipleObjects:
    'uint32 WaitForMultipleObjects(uint32 count, void *handles, int all, uint32 ms)',
  TerminateProcess: 'int TerminateProcess(intptr handle, uint32 code)',
  K32GetProcessMemoryInfo:
    'int K32GetProcessMemoryInfo(intptr handle, void *counters, uint32 size)',
  VirtualAllocEx:
    'intptr VirtualAllocEx(intptr process, intptr at, uintptr size, uint32 type, uint32 protection)',
  VirtualFreeEx: 'int VirtualFreeEx(intptr process, intptr at, uintptr size, uint32 type)',
  ReadProcessMemory:
    'int ReadProcessMemory(intptr process, intptr at, void *into, uintptr size, void *read)',
} as const;

const USER32 = {
  GetWindowThreadProcessId: 'uint32 GetWindowThreadProcessId(intptr window, void *pid)',
  GetClassNameW: 'int GetClassNameW(intptr window, void *text, int length)',
  GetCursorPos: 'int GetCursorPos(void *point)',
  GetWindowRect: 'int GetWindowRect(intptr window, void *rectangle)',
  SetThreadDpiAwarenessContext: 'intptr SetThreadDpiAwarenessContext(intptr context)',
  GetClientRect: 'int GetClientRect(intptr window, void *rectangle)',
  GetWindow: 'intptr GetWindow(intptr window, uint32 which)',
  IsWindow: 'int IsWindow(intptr window)',
  IsWindowVisible: 'int IsWindowVisible(intptr window)',
  IsHungAppWindow: 'int IsHungAppWindow(intptr window)',
  InternalGetWindowText: 'int InternalGetWindowText(intptr window, void *text, int length)',
  SendMessageTimeoutW:
    'intptr SendMessageTimeoutW(intptr window, uint32 message, uintptr w, intptr l, uint32 flags, uint32 ms, void *result)',
  SendNotifyMessageW: 'int SendNotifyMessageW(intptr window, uint32 message, uintptr w, intptr l)',
  FindWindowExW: 'intptr FindWindowExW(intptr parent, intptr after, str16 name, str16 title)',
} as const;

const ADVAPI32 = {
  OpenProcessToken: 'int OpenProcessToken(intptr process, uint32 access, void *token)',
  GetTokenInformation:
    'int GetTokenInformation(intptr token, int what, void *into, uint32 size, void *needed)',
  GetFileSecurityW:
    'int GetFileSecurityW(str16 file, uint32 what, void *into, uint32 size, void *needed)',
  RegGetValueW:
    'int32 RegGetValueW(uintptr root, str16 key, str16 value, uint32 flags, void *type, void *into, void *size)',
} as const;

const SHELL32 = {
  SHFileOperationW: 'int SHFileOperationW(void *operation)',
} as const;

const NTDLL = {
  NtQuerySystemInformation:
    'int32 NtQuerySystemInformation(int what, void *into, uint32 size, void *needed)',
  NtQueryInformationProcess:
    'int32 NtQueryInformationProcess(intptr handle, int what, void *into, uint32 size, void *needed)',
} as const;

const RESTART_MANAGER = {
  RmStartSession: 'uint32 RmStartSession(void *session, uint32 flags, void *key)',
  RmRegisterResources:
    'uint32 RmRegisterResources(uint32 session, uint32 count, void *files, uint32 programs, void *first, uint32 services, void *names)',
  RmGetList:
    'uint32 RmGetList(uint32 session, void *needed, void *count, void *into, void *reasons)',
  RmEndSession: 'uint32 RmEndSession(uint32 session)',
} as const;

let loaded: Promise<Api> | undefined;

/** Loads the functions, once. Rejects where koffi has no part for this computer. */
export const loadApi = (): Promise<Api> => (loaded ??= load());

async function load(): Promise<Api> {
  const { default: koffi } = await import('koffi');
  const library = <Name extends string>(
    file: string,
    wanted: Readonly<Record<Name, string>>,
  ): Functions<Name> => {
    const from = koffi.load(file);
    const functions: Partial<Record<Name, Call>> = {};
    for (const name in wanted) functions[name] = from.func(wanted[name]) as Call;
    return functions as Functions<Name>;
  };
  let manager: ReturnType<Api['restartManager']> | undefined;
  const each = koffi.proto('int __stdcall CleanExitEachWindow(intptr window, intptr given)');
  const enumerate = koffi
    .load('user32.dll')
    .func('EnumWindows', 'int', [koffi.pointer(each), 'intptr']);
  return {
    kernel32: library('kernel32.dll', KERNEL32),
    user32: library('user32.dll', USER32),
    advapi32: library('advapi32.dll', ADVAPI32),
    shell32: library('shell32.dll', SHELL32),
    ntdll: library('ntdll.dll', NTDLL),
    restartManager: () => (manager ??= library('rstrtmgr.dll', RESTART_MANAGER)),
    isWine: has(() => koffi.load('ntdll.dll').func('str wine_get_version()')),
    address: (buffer) => BigInt(koffi.address(buffer)),
    windows: () => {
      const found: Handle[] = [];
      // 0 is also what it answers where there is no desktop at all.
      if (!enumerate((window: Handle) => found.push(window), 0))
        throw new Error('EnumWindows failed: there is no desktop here');
      return found;
    },
  };
}

function has(find: () => unknown): boolean {
  try {
    find();
    return true;
  } catch {
    return false;
  }
}

/** Calls a function on another thread, so that ours goes on. */
export const elsewhere = (call: Call, ...args: readonly unknown[]): Promise<number | bigint> =>
  new Promise((resolve, reject) => {
    call.async(...args, (error: Error | null, value: number | bigint) =>
      error ? reject(error) : resolve(value),
    );
  });
