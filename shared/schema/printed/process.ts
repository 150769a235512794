import * as z from 'zod/mini';
import type { ClientProcess, TrayIcon, Window } from '../../core/model.ts';
import { count } from '../left.ts';
import type { Same } from '../same.ts';
import { about } from '../words.ts';
import { known } from './known.ts';

const yes = z.optional(z.literal(true));
const text = z.optional(z.string());
const texts = z.optional(z.array(z.string()));

const traits = z.object({
  appImage: text,
  appName: text,
  isSubordinate: yes,
  inFrontOf: text,
  isAppUnread: yes,
  beside: texts,
  holds: texts,
  installed: texts,
  mapped: texts,
  windowClasses: texts,
  company: text,
  isContained: yes,
  isForeign: yes,
  isOtherFile: yes,
  mayBeIts: yes,
});

/** A process of a client; pid, start time and owner name it. */
export const clientProcess = z.object({
  pid: count,
  startTime: about(z.string(), 'to be compared alone'),
  owner: about(z.string(), 'uid or SID'),
  parent: count,
  name: about(z.string(), 'for people; Linux cuts it at 15 characters'),
  exe: about(known(z.string()), 'path of the program, as the kernel says'),
  args: known(z.array(z.string())),
  cwd: z.optional(known(z.string())),
  isStopped: yes,
  sandbox: text,
  session: z.optional(z.number()),
  bundleId: text,
  service: text,
  otherDesktop: yes,
  exiting: yes,
  files: z.optional(z.record(z.string(), z.array(z.string()))),
  traits: z.optional(traits),
  role: z.enum(['root', 'helper']),
  onlyNamed: z.optional(about(z.literal(true), 'it is named as left, and never touched')),
  supervisedBy: z.optional(about(z.string(), 'what may start it again')),
});

export const trayIcon = z.object({
  address: z.string(),
  id: z.string(),
  title: z.string(),
  holder: about(known(count), 'pid of the process that holds it'),
  proxyFor: text,
  bus: text,
  speaksFor: z.optional(z.array(count)),
  listed: z.optional(z.object({ bus: z.string(), name: z.string(), at: text })),
  wasOf: text,
  isMute: yes,

  isEmbedded: yes,
});

export const window = z.object({
  id: z.string(),
  title: z.string(),
  pid: count,
  visible: z.boolean(),
  screen: text,
  classes: texts,
  kind: text,
});

export const processIsOne: Same<z.infer<typeof clientProcess>, ClientProcess> = true;
export const iconIsOne: Same<z.infer<typeof trayIcon>, TrayIcon> = true;
export const windowIsOne: Same<z.infer<typeof window>, Window> = true;
