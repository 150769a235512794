import type { CatalogueClient, Client } from '../core/client.ts';
import { dingtalk } from './dingtalk.ts';
import { discord } from './discord.ts';
import { feishu } from './feishu.ts';
import { lark } from './lark.ts';
import { line } from './line.ts';
import { qq } from './qq.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { telegram } from './telegram.ts';
import { tim } from './tim.ts';
import { wechat } from './wechat.ts';
import { wecomGov } from './wecom-gov.ts';
import { wecom } from './wecom.ts';
import { whatsapp } from './whatsapp.ts';

/** Every client of the catalogue, most wanted first. */
export const CATALOGUE_IDS = [
  'wechat',
  'wecom',
  'wecom-gov',
  'qq',
  'tim',
  'dingtalk',
  'feishu',
  'lark',
  'telegram',
  'slack',
  'discord',
  'teams',
  'whatsapp',
  'line',
] as const;

export type CatalogueId = (typeof CATALOGUE_IDS)[number];

/** The table; leaving one out does not compile. */
export const CATALOGUE: Readonly<Record<CatalogueId, CatalogueClient>> = {
  wechat,
  wecom,
  'wecom-gov': wecomGov,
  qq,
  tim,
  dingtalk,
  feishu,
  lark,
  telegram,
  slack,
  discord,
  teams,
  whatsapp,
  line,
};

/** The whole catalogue as a list, in the order of `CATALOGUE_IDS`. */
export const clients: readonly Client[] = CATALOGUE_IDS.map((id) => CATALOGUE[id]);
