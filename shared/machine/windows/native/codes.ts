/** Numbers of the Windows SDK that we use, by their names there. */
export const ERROR = { INVALID_PARAMETER: 87 } as const;

export const ACCESS = {
  TERMINATE: 0x0001,
  QUERY_LIMITED_INFORMATION: 0x1000,
  SYNCHRONIZE: 0x10_0000,
} as const;

export const WAIT = { OBJECT_0: 0, TIMEOUT: 0x102, FAILED: 0xffff_ffff } as const;

export const MESSAGE = { CLOSE: 0x10, QUERYENDSESSION: 0x11, ENDSESSION: 0x16 } as const;

/** lParam of both: somebody wants this program to leave, and not the whole session to end. */
export const ENDSESSION_CLOSEAPP = 1;
