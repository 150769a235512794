import type { CatalogueClient, Edition } from '../core/client.ts';
import { data, fact, own, programs } from './facts.ts';

const INFERRED = fact('low', 'inferred from the names of its folders; no program file was seen');
const FOLDERS = fact('medium', 'fs#68864998321; fs#65890936206; fs#25403845122');
const UOS = fact('medium', 'fs#40801442555; fs#54509077928');

const common = {
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  windowClasses: [],
  files: [],
  exitOnly: true,
} as const;

const windows: Edition = {
  ...common,
  id: 'windows',
  platform: 'windows',
  roots: own(
    programs(INFERRED, '**/WXWorkLocal/WXWorkLocal.exe', '**/WXWorkLocalPro/WXWorkLocalPro.exe'),
  ),
  bundleIds: [],
  data: [
    data(FOLDERS, 'WXWorkLocalPro_data', '{documents}/WXWorkLocalPro_data'),
    data(FOLDERS, 'WXWorkLocal', '{documents}/WXWorkLocal'),
  ],
  settings: [],
  never: ['{WXWorkLocalPro_data}/**', '{WXWorkLocal}/**'],
  notes: [
    'the names of its programs are not confirmed (low): let a person point at the program',
    'how it keeps its files is not documented: nothing is removed',
  ],
  sources: ['fs#68864998321', 'fs#65890936206', 'fs#25403845122'],
};

const linux: Edition = {
  ...common,
  id: 'linux',
  platform: 'linux',
  roots: own(programs(UOS, '/opt/apps/WXWorkLocalPro/files/wwlocal')),
  bundleIds: [],
  data: [data(UOS, '.WXWorkLocalPro', '{home}/.WXWorkLocalPro')],
  settings: [],
  never: ['{.WXWorkLocalPro}/**'],
  notes: ['how it keeps its files is not documented: nothing is removed'],
  sources: ['fs#40801442555', 'fs#54509077928'],
};

/** 政务微信 and the private builds of WeCom: they are ended, and nothing of theirs is touched. */
export const wecomGov: CatalogueClient = {
  id: 'wecom-gov',
  name: 'WeCom for Government',
  nameZh: '政务微信',
  otherNames: ['WeCom Gov', 'zhengwuweixin', 'zwwx', '政务版企业微信'],
  shortName: 'WeCom Gov',
  aliases: ['WXWorkLocal', 'WXWorkLocalPro'],
  origin: 'catalogue',
  editions: [windows, linux],
};
