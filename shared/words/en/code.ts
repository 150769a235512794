/** One-time codes: enrolment of an authenticator app, its state, its end. */
export const code = {
  help: 'one-time codes of an authenticator app, where the policy demands them',
  enrol: 'enrol an authenticator app by a QR code',
  status: 'whether an app is enrolled, and when its next code is taken',
  rotate: 'enrol again with a new secret (needs a code of the present one)',
  remove: 'remove the enrolment (needs a code)',
  stdin: 'read the one-time code that the policy demands from standard input',
  label: 'what the app calls it (default: your user name)',
  scan: 'Scan this with your authenticator app, or type its secret from the line below it:',
  keep: 'To have it on a second device or for a new phone, add it there now: it is never shown again.',
  ask: 'The code that the app shows now: ',
  askPresent: 'A code of the present enrolment: ',
  kept: (id: string) => `Enrolled (${id}). The policy can demand its codes from now on.`,
  notKept: 'This code is not one of the new secret, so nothing was changed.',
  notKeptNext: 'Check the clock of this computer and of the phone, then run it again.',
  already: 'An authenticator app is enrolled already.',
  alreadyNext: 'For a new secret: clean-exit code rotate',
  noTerminal: 'A secret is shown at a terminal only, never in a pipe or as JSON.',
  noTerminalNext: 'Run it at a terminal.',
  none: 'No authenticator app is enrolled.',
  noneNext: 'Enrol one: clean-exit code enrol',
  is: (id: string, since: string) => `Enrolled (${id}) since ${since}.`,
  last: (at: string) => `The last code was checked at ${at}.`,
  tries: (left: number) =>
    left === 1
      ? 'One wrong code may be given before no code is taken for a while.'
      : `${left} wrong codes may be given before no code is taken for a while.`,
  removed:
    'The enrolment was removed. Where the policy demands a code, that is refused from now on.',
  notDone: 'Nothing was changed.',
};
