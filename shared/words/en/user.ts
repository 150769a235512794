/** A command that root runs as another user (`--user`). */
export const user = {
  option: 'run as this user, with their home and desktop (root only)',
  notRoot: (name: string) => `Only root can run a command as ${name}.`,
  notRootNext: (command: string) => `Run: sudo ${command}`,
  unknown: (name: string) => `There is no user "${name}" on this computer.`,
  unknownNext: 'Check the name; "getent passwd" lists all users.',
  isRoot: (name: string) => `"${name}" is root, not another user.`,
  isRootNext: 'Leave --user out, or name the user whose chat apps are meant.',
  noHome: (name: string, home: string) => `${name} has no home folder to work in (${home || '-'}).`,
  noHomeNext: 'Create it, or mount it, and try again. Nothing was looked at or changed.',
  noProgram: (name: string, file: string) => `${name} may not read ${file}.`,
  noProgramNext:
    'Install Node.js and Clean Exit where every user can read them, e.g. below /usr/local.',
  noSetpriv: '--user needs setpriv, and this computer has none.',
  noSetprivNext: 'Install util-linux (Alpine: apk add setpriv) and try again.',
  notAllowed: (name: string) => `The system does not let root run a command as ${name}.`,
  notAllowedNext:
    'In a container or a service, allow CAP_SETUID and CAP_SETGID; or sign in as that user.',
  elsewhere: '--user works on Linux only.',
  elsewhereNext: (name: string) => `Sign in as ${name} and run the command there.`,
};
