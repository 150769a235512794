import type { Distrust } from '../../core/distrust.ts';
import type { Policy } from '../../core/model.ts';
import type { PolicySource } from '../../core/policy.ts';
import type { Deed, ProofKind } from '../../core/proof.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { SESSION_EVENTS, DAYS } from '../../core/when.ts';

type Said = Exclude<keyof Policy, 'demand'>;

/** One sentence for each field, or for each of its values. */
const EXPLAIN = {
  timeoutMs: (time: string) => `A client has ${time} to quit after it was asked.`,
  graceMs: (time: string) => `Its helpers have ${time} more.`,
  settleMs: (time: string) => `Clean Exit checks for ${time} that it does not come back.`,
  purgeSettleMs: (time: string) =>
    `Files are removed only after a client has been gone for ${time}.`,
  hold: {
    true: 'Hold: nothing is removed, reset or put back.',
    false: 'No hold: caches may be removed.',
  },
  force: { never: 'No process is ever ended by force.', allow: 'A force exit is allowed.' },
  doubts: {
    strict: 'A program that merely has a client’s name counts as that client, whatever you denied.',
    usual: 'A program that merely has a client’s name is a question, and you can answer it.',
  },
  secondLook: {
    true: 'A second observer has to agree before a client is called gone.',
    false: 'One observer is enough to call a client gone.',
  },
  wipe: (tiers: string) => `After a safe exit, these files are removed: ${tiers}.`,
  when: (what: string) => `A client exits by itself ${what}.`,
  residueHours: (hours: string) => `What a client left behind is kept for ${hours} hours.`,
  logDays: (days: string) => `The audit log is kept for at least ${days} days.`,
  audit: {
    required: 'Nothing is done that the audit log cannot note.',
    on: 'An audit log is written.',
    off: 'No audit log is written.',
  },
  log: (how: string) => `The audit log: ${how}.`,
  evidence: {
    picture: 'One picture of the screen is kept after an exit. It is personal information.',
    off: 'No picture of the screen is taken.',
  },
} satisfies Record<Said, ((value: string) => string) | Readonly<Record<string, string>>>;

/** What is allowed and demanded, and who says so. */
export const policy = {
  help: 'show, check and explain the policy: what is allowed, what is demanded, and who says so',
  helpShow: 'every value with its source',
  helpCheck: 'check a policy file before it is deployed: exit code 0 or 2',
  helpExplain: 'the policy in plain sentences',
  helpPresets: 'list the presets to start from',
  as: 'try this file as the administrator’s policy, without effect',
  preset: 'print this preset as a file to start from',
  file: 'a policy file',
  client: 'what holds for this client',
  defaults: 'default',
  source: {
    managed: 'managed',
    flag: 'flag',
    user: 'user',
    launcher: 'launcher',
  } satisfies Record<PolicySource, string>,
  saidOf: (who: string, client: string) => `${who}, for ${client}`,
  notExecuted: 'not executed by this version',
  noted: (text: string, note: string) => `${text} (${note})`,
  by: (text: string, who: string) => `${text} [${who}]`,
  and: (first: string, last: string) => `${first} and ${last}`,
  or: (first: string, last: string) => `${first} or ${last}`,
  none: 'none',
  comma: ', ',
  valid: (file: string) => `${file}: a valid policy.`,
  notExecutedIn: (field: string) => `${field}: valid, but not executed by this version.`,
  unknownClient: (field: string) =>
    `${field}: no client has this id; it counts once a client file brings one. See them: clean-exit clients`,
  broken: (fault: string, deeds: string) =>
    `A policy file is broken: ${fault}. Refused until it is fixed: ${deeds}.`,
  untrusted: (file: string, why: string) =>
    `${file} does not count as the administrator’s policy, because ${why}: it counts as your own, and what it forbids holds.`,
  distrust: {
    'other-owner': (path: string, owner: string) => `${path} belongs to user ${owner}`,
    'others-write': (path: string) => `not only administrators may write to ${path}`,
    'not-known': (path: string) => `it is not known who may write to ${path}`,
  } satisfies Record<Distrust['code'], (path: string, owner: string) => string>,
  untrustedNext: (file: string) =>
    `Make it the administrator’s alone: sudo chown root ${file}; sudo chmod go-w ${file}`,
  headedAll: 'What holds for every client:',
  headed: (client: string) => `What holds for ${client}:`,
  headedAs: (file: string) => `As if ${file} were the administrator’s policy:`,
  different: 'What would be different from now:',
  same: 'Nothing would be different from now.',
  now: (text: string) => `now: ${text}`,
  then: (text: string) => `then: ${text}`,
  presets: {
    home: 'you decide; nothing is demanded',
    office: 'an exit at the end of the day; a question before force and purge',
    finance: 'nothing is removed (messages must be kept), no force, presence and code',
    medical: 'shared desks: exit when left idle or locked, caches go at once',
    government: 'presence and code, two persons for a reset, caches go at once',
  },
  presetNext: 'To start from one: clean-exit policy show --preset office > policy.json',
  proof: {
    confirm: 'a yes',
    presence: 'your fingerprint, face or account password',
    code: 'a one-time code',
    volume: 'the administrator’s USB stick',
    signature: 'a signature',
    'two-persons': 'an order signed by two persons',
  } satisfies Record<ProofKind, string>,
  deed: {
    exit: 'a safe exit',
    force: 'a force exit',
    purge: 'a purge',
    hide: 'hiding',
    reset: 'a reset',
    restore: 'a restore',
    wipe: 'a wipe',
    postpone: 'postponing',
  } satisfies Record<Deed, string>,
  trigger: {
    person: 'a person',
    schedule: 'a schedule',
    policy: 'the policy',
    order: 'a signed order',
  } satisfies Record<Trigger, string>,
  day: {
    ...{ mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu' },
    ...{ fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  } satisfies Record<(typeof DAYS)[number], string>,
  event: {
    ...{ lock: 'when the screen is locked', sleep: 'before sleep' },
    ...{ 'log-off': 'at log-off', 'shut-down': 'at shut-down' },
  } satisfies Record<(typeof SESSION_EVENTS)[number], string>,
  everyDay: (time: string) => `every day at ${time}`,
  at: (time: string, days: string) => `at ${time} on ${days}`,
  idle: (minutes: number) => `after ${minutes} minutes without input`,
  explain: EXPLAIN,
  residueNone: 'What a client left behind is not kept.',
  demanded: (deed: string, who: string, proofs: string) =>
    `Before ${deed} that ${who} asks for: ${proofs}.`,
  demandedAlways: (deed: string, proofs: string) => `Before ${deed}: ${proofs}.`,
  nothingDemanded: 'No proof is demanded for anything.',
};
