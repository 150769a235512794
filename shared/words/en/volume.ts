/** `volume token`, and why a key or a stick does not prove what the policy demands. */
export const volume = {
  help: 'sign a USB stick that proves what a policy demands (for administrators)',
  what: 'token: write it',
  place: 'where the stick is mounted',
  key: 'the administrator’s SSH key',
  for: 'who carries the stick',
  expires: 'how long it is good, or until when: 365d, 2027-06-30 (default: 365d)',
  noPlace: 'Name the place where the stick is mounted.',
  noVolume: (place: string) => `${place} is no mounted volume with an id.`,
  noVolumeNext: (all: string) =>
    all === '' ? 'Plug the stick in and mount it.' : `These are: ${all}`,
  notSeen: (why: string) => `Clean Exit cannot see which volumes are mounted (${why}).`,
  notSeenNext: 'See what works here: clean-exit doctor',
  notWritten: (why: string) => `The token could not be written (${why}).`,
  notWrittenNext: 'Let yourself write to the stick, and run it again.',
  written: (place: string, volume: string, until: string) =>
    `Wrote the token for volume ${volume} to ${place}, good until ${until}.`,
  writtenNext:
    'A copy on another stick proves nothing; a clone of the whole stick does. See docs/orders.md.',
  proof: {
    'no-signing-key': {
      what: 'The policy demands your signature, and Clean Exit does not know which key is yours.',
      next: 'Write the path of your SSH key into the file signing-key of the settings folder (see docs/orders.md).',
    },
    'no-ssh-keygen': {
      what: 'The policy demands a signature, and ssh-keygen could not be asked.',
      next: 'Install OpenSSH (Debian: apt install openssh-client), then run it again.',
    },
    'not-signed': {
      what: 'ssh-keygen did not sign.',
      next: 'Check that your agent or security key is there, then run it again.',
    },
    'no-signers': {
      what: 'Nobody has said whose signatures count: there is no allowed_signers file.',
      next: 'Let the administrator write allowed_signers into the managed folder of Clean Exit.',
    },
    'no-volume': {
      what: 'The policy demands the signed USB stick, and none is plugged in.',
      next: 'Plug it in, wait until it is mounted, and run it again.',
    },
    'no-token': {
      what: 'The token on the stick is none, or was changed.',
      next: 'Let the administrator write it again: clean-exit volume token PLACE --key FILE',
    },
    'other-volume': {
      what: 'The token on the stick is for another stick: it was copied.',
      next: 'Plug in the stick that the administrator signed.',
    },
    'token-expired': {
      what: 'The time of the stick is over.',
      next: 'Let the administrator sign it again: clean-exit volume token PLACE --key FILE',
    },
    'not-a-signature': {
      what: 'There is no signature, or it is none.',
      next: 'Let it be signed again.',
    },
    'bad-signature': {
      what: 'The signature is wrong: what was signed was changed.',
      next: 'Let it be signed again.',
    },
    'wrong-namespace': {
      what: 'The signature was made for something else.',
      next: 'Let it be signed by Clean Exit.',
    },
    'unknown-signer': {
      what: 'The key that signed is not in allowed_signers, or may not sign this.',
      next: 'Let the administrator add the key to allowed_signers.',
    },
    'signer-expired': {
      what: 'The key that signed may not sign now (valid-after, valid-before in allowed_signers).',
      next: 'Let the administrator renew the key.',
    },
    'signer-pattern': {
      what: 'The key that signed stands in allowed_signers for any name, which is no person.',
      next: 'Let the administrator write a name there, without * ? !',
    },
  },
};

/** Why a proof by a key was not given. */
export type KeyProofCode = keyof typeof volume.proof;
