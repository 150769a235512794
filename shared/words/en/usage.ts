/** What is wrong with a file or an argument that was given. */
export const usage = {
  fileFault: (file: string, said: string) => `${file}: ${said}`,
  fieldFault: (field: string, said: string) => `"${field}" ${said}`,
  fileFaultNext: 'To see what a client file may contain: clean-exit schema client',
  policyFaultNext:
    'Fix this file first; what it might forbid is refused until then. To see its format: clean-exit schema policy',
  faultsRemain: (files: number) =>
    files === 1
      ? `${files} client file is broken. To see what is wrong: clean-exit doctor`
      : `${files} client files are broken. To see what is wrong: clean-exit doctor`,
  badTime: (value: string) => `"${value}" is not a duration.`,
  badTimeNext: 'Use seconds (10), or a number with a unit: 500ms, 10s, 2m, 3h, 7d.',
};
