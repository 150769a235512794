import type { places as en } from '../en/places.ts';

export const places: typeof en = {
  settled: '已判断的位置',
  is: (place, client) => `${place} 是 ${client}`,
  isNot: (place) => `${place} 不是聊天软件`,
  missing: '该位置目前没有文件。',
  gone: (place) => `已不存在：clean-exit clients forget ${place}`,
  isFolder: (place) => `${place} 是文件夹，请指定其中的程序。`,
  settledIs: (place, client, file) => `已记住：${place} 是${client}（${file}）`,
  settledIsNot: (place, file) => `已记住：${place} 不是聊天软件（${file}）`,
  forgotten: (place, file) => `已忘记对 ${place} 的判断（${file}）`,
  notSettled: (place) => `没有关于 ${place} 的判断。`,
  isConfirmed: (place, client) => `${place} 已确认为 ${client}，请先忘记它。`,
  byOthers: (place) => `${place} 由管理员判断，不能修改。`,
  runsOthers: (place) => `${place} 用来运行其他程序，不能当作某个聊天软件。`,
  isCertain: (place, client) =>
    `${place} 是 ${client} 的已知位置：对它的判断不起作用，因此没有记住。`,
  fault: (fault) => `无法读取已判断的位置：${fault}`,
  faultNext:
    '请改正或移走它：在此之前不会说任何客户端已退净。"clean-exit schema places" 会列出写法。',
};
