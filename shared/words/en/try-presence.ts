/** Proof that the person is there, by what the system has. */
export const tryPresence = {
  help: 'try whether this computer can prove that you are there (fingerprint, face, password)',
  install: 'install what polkit needs to ask for you (Linux, as root, once)',
  reason: 'Clean Exit tries whether it can ask for you',
  proved: (by: string) => `You are there: ${by} says so.`,
  nothing: 'This system needs nothing installed for it.',
  needsRoot: 'Only root may install what polkit asks by.',
  needsRootNext: 'Run it as root: sudo clean-exit presence install',
  installed: (file: string) => `Installed ${file}. Each user can try it now: clean-exit presence`,
  failed: (why: string) => `It could not be installed: ${why}`,
  failedNext: 'Install polkit first: sudo apt install polkitd pkexec',
};
