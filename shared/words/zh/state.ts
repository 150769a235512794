import type { state as en } from '../en/state.ts';

export const state: typeof en = {
  unusable: (path, why) => `${path} 无法使用：${why}`,
  others: (path, owner) => `${path} 属于另一个用户（uid ${owner}）`,
  othersWrite: (path) => `其他用户可以写入 ${path}`,
  link: (path) => `${path} 是一个符号链接`,
  notAudited: (why) => `未写入审计日志：${why}`,
  keyReplaced: (line) =>
    `审计日志的密钥丢失，从第 ${line} 号记录起由新密钥签名。请将新公钥交给验证者：clean-exit audit key`,
  linesMissing: (first, last) =>
    first === last
      ? `审计日志的第 ${first} 号记录丢失，日志已写明并继续`
      : `审计日志的第 ${first} 至 ${last} 号记录丢失，日志已写明并继续`,
  notKept: (why) => `操作记录未能保存：${why}`,
  recordNotKept: (why) => `用于放回的记录未能保存，只能在回收站里手动还原：${why}`,
  keptIn: (folder, why) => `操作记录暂存在 ${folder}，注销后丢失：${why}`,
  lockedIn: (folder, why) => `锁文件暂存在 ${folder}：${why}`,
  lockedInMemory: (why) => `锁文件无法写入，另一个净退操作可能同时进行：${why}`,
  busyNext: '另一个程序正在写入。请等它完成后再试。',
  othersWriteNext: (path) => `请去掉其他用户的写入权限：chmod go-w ${path}`,
  inTheWayNext: '请把它移走，或把 XDG_STATE_HOME 设为别的文件夹。',
  next: (variable) => `请释放磁盘空间或让它可写，或把 ${variable} 设为别的文件夹。`,
  roomNext: '请释放磁盘空间或让它可写，然后重新运行。',
  homeNoText: (variable) => `${variable} 不是有效的文本（UTF-8），净退找不到其中的文件。`,
  homeNoTextNext: '请把 HOME 和各 XDG 文件夹设为有效的名称，用指向该文件夹的链接也可以。',
  folderGone: '当前文件夹已不存在。',
  folderGoneNext: '请切换到别的文件夹，或给出完整路径。',
  answerLost: (why) => `结果无法写出（${why}），但请求的操作可能已经完成。`,
  answerLostNext: '查看结果：clean-exit log',
};
