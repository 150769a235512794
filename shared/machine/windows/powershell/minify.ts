/**
 * The script as it is sent: without comments of their own lines, indentation and empty lines, because
 * Windows takes a command line of 32,767 characters at most (CreateProcessW). What it does is the same.
 */
export const minified = (script: string): string =>
  script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');

/** As `-EncodedCommand` wants it: base64 of UTF-16LE (about_PowerShell_exe, 5.1). */
export const encoded = (script: string): string =>
  Buffer.from(minified(script), 'utf16le').toString('base64');
