import type { places as en } from '../en/places.ts';

export const places: typeof en = {
  settled: '已判断的路径',
  is: (place, client) => `${place} 是${client}`,
  isNot: (place) => `${place} 不是聊天软件`,
  missing: '注意：这个路径目前没有文件，请检查是否写错。',
  gone: (place) => `文件已不存在，可删除这条判断：clean-exit clients forget ${place}`,
  isFolder: (place) => `${place} 是文件夹，请指定其中的程序。`,
  settledIs: (place, client, file) => `已记住：${place} 是${client}（保存在 ${file}）`,
  settledIsNot: (place, file) => `已记住：${place} 不是聊天软件（保存在 ${file}）`,
  forgotten: (place, file) => `已忘记对 ${place} 的判断（保存在 ${file}）`,
  notSettled: (place) => `没有关于 ${place} 的判断。`,
  isConfirmed: (place, client) => `${place} 已确认为${client}，请先忘记它。`,
  byOthers: (place) => `${place} 由管理员判断，不能修改。`,
  runsOthers: (place) => `${place} 用来运行其他程序，不能当作某个聊天软件。`,
  isCertain: (place, client) =>
    `${place} 是${client}的已知路径，对它的判断不起作用，因此没有保存。`,
  fault: (fault) => `记录路径判断的文件有误：${fault}`,
  faultNext:
    '请改正或移走这个文件；在此之前净退不会报告任何软件已退净。查看文件格式：clean-exit schema places',
};
