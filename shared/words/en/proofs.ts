import type { ProofKind } from '../../core/proof.ts';

/** What a policy wants proved, how it is asked for, and why it was not given. */
export const proofs = {
  kind: {
    confirm: 'a confirmation',
    presence: 'proof that you are there',
    code: 'a one-time code',
    volume: 'the signed USB stick',
    signature: 'a signature',
    'two-persons': 'an order that two persons approved',
  } satisfies Record<ProofKind, string>,
  demanded: (all: string) => `The policy demands: ${all}`,
  given: 'proved',
  yes: {
    question: 'you answered yes',
    hold: 'you held the key',
    option: 'nobody was asked: --yes',
    list: 'you named the list',
  },
  by: (kind: string, by: string) => `${kind} (${by})`,
  confirm: (request: string, clients: string) =>
    `The policy demands a confirmation. ${request}: ${clients}?`,
  askCode: 'One-time code of your authenticator app: ',
  reason: (request: string, clients: string) => `Clean Exit: ${request}, ${clients}`,
  changed: 'Something changed while you were asked. Clean Exit now does this, and nothing more:',
  declined: {
    what: 'You did not give the proof that the policy demands, so nothing was done.',
    next: 'Run it again when you are ready.',
  },
  locked: {
    what: (until: string) => `Too many wrong codes: no code is taken before ${until}.`,
    next: 'Wait until then. See when: clean-exit code status',
  },
  wrong: {
    code: {
      what: 'The one-time code is wrong.',
      next: 'Run it again with the code that is shown now.',
    },
    used: {
      what: 'This one-time code was used before, and each is taken once.',
      next: 'Wait for the next code, then run it again.',
    },
    other: { what: 'What was given does not prove it.', next: 'Run it again with the right one.' },
  },
  unavailable: {
    confirm: {
      what: 'The policy demands a confirmation, and nobody can be asked here.',
      next: (client: string, request: string) =>
        `Run it at a terminal, or confirm it with the command: clean-exit ${request} ${client} --yes`,
    },
    code: {
      what: 'The policy demands a one-time code, and nobody can be asked for it here.',
      next: (client: string, request: string) =>
        `Run it at a terminal, or write the code to its standard input: clean-exit ${request} ${client} --code-stdin`,
    },
    'two-persons': {
      what: 'The policy demands an order that two persons approved.',
      next: (client: string, request: string) =>
        `Write the order, and let both approve it: clean-exit request ${request} ${client}`,
    },
    'not-enrolled': {
      what: 'The policy demands a one-time code, and no authenticator app is enrolled for you.',
      next: 'Enrol one: clean-exit code enrol',
    },
    'clock-back': {
      what: (until: string) =>
        `The clock of this computer is before the last one-time code (${until}), so no code can be trusted.`,
      next: 'Set the clock right. If it was wrong at that code: see docs/proofs.md, "A clock that was wrong".',
    },
    busy: {
      what: 'Another Clean Exit request is checking a one-time code.',
      next: 'Run it again in a moment.',
    },
    unreadable: {
      what: (file: string) => `The enrolment of your authenticator app cannot be read: ${file}`,
      next: 'Make it a file of your own that nobody else can read (chmod 600), or restore it; see docs/proofs.md.',
    },
    unwritable: {
      what: (fault: string) =>
        `It could not be noted that this code is used, so it was not taken: ${fault}`,
      next: 'Make room for it, or make the folder your own, then run it again.',
    },
    'polkit-action': {
      what: 'polkit on this computer does not know how Clean Exit asks for you.',
      next: 'Let the administrator install it once: sudo clean-exit presence install',
    },
    root: {
      what: 'polkit asks root nothing, so root cannot prove that somebody is there.',
      next: 'Run it as the user whose app it is.',
    },
    'polkit-missing': {
      what: 'This computer has no polkit, which asks whether you are there.',
      next: 'Let the administrator install it: sudo apt install polkitd pkexec',
    },
    'no-agent': {
      what: 'No program on this desktop can ask for your password.',
      next: 'Start the polkit agent of your desktop, or log in to one.',
    },
    unsupported: {
      what: 'This computer cannot get the proof that the policy demands.',
      next: 'See what works here: clean-exit doctor',
    },
  },
  other: (kind: string, detail: string) => `The policy demands ${kind}: ${detail}`,
  otherNext: (surfaces: string) => `These can get it: ${surfaces}`,
};
