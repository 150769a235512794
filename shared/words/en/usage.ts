/** What is wrong with a file or an argument that was given. */
export const usage = {
  fileFault: (file: string, field: string, expected: string) =>
    `${file}: ${field} expected ${expected}`,
  fileFaultNext: '"clean-exit schema client" prints what a client file may say.',
  policyFaultNext:
    'Mend it first: until then nothing is done. "clean-exit schema policy" prints what it may say.',
  faultsRemain: (files: number) =>
    files === 1
      ? `${files} client file cannot be read: run "clean-exit doctor".`
      : `${files} client files cannot be read: run "clean-exit doctor".`,
  badTime: (value: string) => `"${value}" is no time.`,
  badTimeNext: 'Write seconds (10), or a number with a unit: 500ms, 10s, 2m, 3h, 7d.',
};
