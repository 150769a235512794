import type { CatalogueClient } from '../core/client.ts';
import { wechatLinux } from './wechat/linux.ts';
import { wechatMacos } from './wechat/macos.ts';
import { wechatWindows3 } from './wechat/windows-3.ts';
import { wechatWindows4 } from './wechat/windows-4.ts';

export const wechat: CatalogueClient = {
  id: 'wechat',
  name: 'WeChat',
  nameZh: '微信',
  otherNames: [
    'wx',
    'vx',
    '微信电脑版',
    '微信 PC 版',
    'WeChat for Windows',
    'WeChat for Mac',
    'WeChat for Linux',
  ],
  aliases: [
    'weixin',
    'xwechat',
    'wechat-universal',
    'wechat-bin',
    'com.tencent.WeChat',
    'com.tencent.wechat',
    'com.qq.weixin',
    'WeChat',
  ],
  relatives: [
    { name: 'wechatdevtools', source: 'msojocs/wechat-web-devtools-linux' },
    { name: 'wechat-devtools', source: 'msojocs/wechat-web-devtools-linux' },
    {
      name: 'wechatwebdevtools',
      source: 'Tencent developer tools; msojocs/wechat-web-devtools-linux',
    },
    { name: 'wechat_web_devtools', source: 'msojocs/wechat-web-devtools-linux' },
    { name: 'wechat-web-devtools', source: 'msojocs/wechat-web-devtools-linux' },
    { name: 'WeType', source: 'fs#70547159646: the input method 微信输入法' },
    { name: 'electronic-wechat', source: 'geeeeeeeeek/electronic-wechat' },
  ],
  origin: 'catalogue',
  editions: [wechatWindows4, wechatWindows3, wechatMacos, wechatLinux],
};
