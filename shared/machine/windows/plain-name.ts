/** Names of devices, with any ending: they are no files (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE =
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])\s*(?:\..*)?$/i;

/**
 * Whether Win32 means the same file by this path as the kernel does. It drops dots and blanks at the end of a
 * name, so that `kept.db.` would become `kept.db`, which is another file; for a device's name it waits for ever.
 */
export const isPlainPath = (file: string): boolean =>
  file
    .replaceAll('\\', '/')
    .replace(/^[a-z]:\//i, '')
    .split('/')
    .every((name) => !/[. ]$/.test(name) && !/[<>:"|?*\p{Cc}]/u.test(name) && !DEVICE.test(name));
