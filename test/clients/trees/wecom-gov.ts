import { allKept, awkward, kept, strays, type Leaves } from './leaf.ts';

/** 政务微信: exit only, however well one knows its folders. */
const gov = (folder: string): Leaves =>
  allKept([
    ...kept(
      folder,
      'Profiles/0A1B/Cache/chat/file/202611/公文.pdf',
      'Profiles/0A1B/message.db',
      'File/2026-11/公文.pdf',
      'Log/a.log',
      'Temp/1.tmp',
      'Cache/data_0',
    ),
    ...strays(`${folder}/Temp`),
  ]);

export const govWindows: Leaves = [
  ...gov('{documents}/WXWorkLocalPro_data'),
  ...gov('{documents}/WXWorkLocal'),
  ...kept('{documents}/WXWorkLocal/Log', ...awkward('windows')),
];

export const govLinux: Leaves = [
  ...gov('{home}/.WXWorkLocalPro'),
  ...kept('{home}/.WXWorkLocalPro/Log', ...awkward('linux')),
];
