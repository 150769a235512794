import { existsSync } from 'node:fs';

interface Program {
  readonly file: string;
  /** The Debian package that brings it. */
  readonly package: string;
}

const PYTHON = '/usr/lib/python3/dist-packages';
const LIBRARIES = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;

/** What suites may need of a computer, beside Node.js. */
export const programs = {
  bleachbit: { file: '/usr/bin/bleachbit', package: 'bleachbit' },
  copyq: { file: '/usr/bin/copyq', package: 'copyq' },
  dbus: { file: '/usr/bin/dbus-daemon', package: 'dbus' },
  fish: { file: '/usr/bin/fish', package: 'fish' },
  gtk: { file: `${PYTHON}/gi/__init__.py`, package: 'python3-gi' },
  indicator: {
    file: `${LIBRARIES}/girepository-1.0/AyatanaAppIndicator3-0.1.typelib`,
    package: 'gir1.2-ayatanaappindicator3-0.1',
  },
  mandoc: { file: '/usr/bin/mandoc', package: 'mandoc' },
  pdftotext: { file: '/usr/bin/pdftotext', package: 'poppler-utils' },
  python: { file: '/usr/bin/python3', package: 'python3' },
  qt: { file: `${PYTHON}/PyQt5/__init__.py`, package: 'python3-pyqt5' },
  rsyslog: { file: '/usr/sbin/rsyslogd', package: 'rsyslog' },
  'rsyslog-openssl': {
    file: `${LIBRARIES}/rsyslog/lmnsd_ossl.so`,
    package: 'rsyslog-openssl',
  },
  telegram: { file: '/usr/bin/telegram-desktop', package: 'telegram-desktop' },
  watcher: {
    file: '/usr/libexec/ayatana-indicator-application/ayatana-indicator-application-service',
    package: 'ayatana-indicator-application',
  },
  xdotool: { file: '/usr/bin/xdotool', package: 'xdotool' },
  xterm: { file: '/usr/bin/xterm', package: 'xterm' },
  xvfb: { file: '/usr/bin/Xvfb', package: 'xvfb' },
  zbarimg: { file: '/usr/bin/zbarimg', package: 'zbar-tools' },
  zsh: { file: '/usr/bin/zsh', package: 'zsh' },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

/** Undefined if all are here, else how to get them: `needs xvfb: apt-get install xvfb`. */
export function needs(...names: readonly ProgramName[]): string | undefined {
  const absent = names.filter((name) => !existsSync(programs[name].file));
  if (absent.length === 0) return undefined;
  const packages = [...new Set(absent.map((name) => programs[name].package))];
  return `needs ${absent.join(', ')}: apt-get install ${packages.join(' ')}`;
}

/** The title of a suite, with what it misses, so that a skip names its cause. */
export const titled = (title: string, missing: string | undefined): string =>
  missing === undefined ? title : `${title} (${missing})`;
