import type { proofs as en } from '../en/proofs.ts';

export const proofs: typeof en = {
  kind: {
    confirm: '确认',
    presence: '本人在场验证',
    code: '一次性验证码',
    volume: '已签名的 U 盘',
    signature: '签名',
    'two-persons': '两人批准的审批单',
  },
  demanded: (all) => `策略要求：${all}`,
  given: '已验证',
  yes: {
    question: '回答了是',
    hold: '长按了按键',
    option: '没有询问：--yes',
    list: '指定了清单',
  },
  by: (kind, by) => `${kind}（${by}）`,
  confirm: (request, clients) => `策略要求确认。${request}：${clients}？`,
  askCode: '请输入身份验证器中的一次性验证码：',
  reason: (request, clients) => `净退：${request}，${clients}`,
  changed: '询问期间情况有变化。净退现在只执行以下操作：',
  declined: { what: '策略要求的验证没有完成，因此没有做任何操作。', next: '需要时请重新执行。' },
  locked: {
    what: (until) => `验证码输错次数过多，${until} 之前不再接受验证码。`,
    next: '请等到那时再试。查看时间：clean-exit code status',
  },
  wrong: {
    code: { what: '一次性验证码不正确。', next: '请用当前显示的验证码重新执行。' },
    used: {
      what: '这个验证码已经用过，每个只能用一次。',
      next: '请等下一个验证码出现后重新执行。',
    },
    other: { what: '所提供的内容不能通过验证。', next: '请用正确的内容重新执行。' },
  },
  unavailable: {
    confirm: {
      what: '策略要求确认，而这里无法询问。',
      next: (client, request) =>
        `请在终端中执行，或在命令中确认：clean-exit ${request} ${client} --yes`,
    },
    code: {
      what: '策略要求一次性验证码，而这里无法询问。',
      next: (client, request) =>
        `请在终端中执行，或从标准输入传入验证码：clean-exit ${request} ${client} --code-stdin`,
    },
    'two-persons': {
      what: '策略要求由两人批准的审批单。',
      next: (client, request) => `请写审批单并由两人批准：clean-exit request ${request} ${client}`,
    },
    'not-enrolled': {
      what: '策略要求一次性验证码，但您还没有登记身份验证器。',
      next: '请先登记：clean-exit code enrol',
    },
    'clock-back': {
      what: (until) => `这台电脑的时钟早于上一个验证码的时间（${until}），无法信任任何验证码。`,
      next: '请校准时钟。如果当时的时钟有误，请看 docs/proofs.zh-CN.md 的“时钟曾经有误”。',
    },
    busy: { what: '另一个净退操作正在核对验证码。', next: '请稍后重新执行。' },
    unreadable: {
      what: (file) => `无法读取身份验证器的登记文件：${file}`,
      next: '请把它改为只有您能读取的文件（chmod 600），或恢复备份，详见 docs/proofs.zh-CN.md。',
    },
    unwritable: {
      what: (fault) => `无法记下这个验证码已使用，因此没有接受：${fault}`,
      next: '请腾出空间，或使该文件夹归您所有，然后重新执行。',
    },
    'polkit-action': {
      what: '这台电脑的 polkit 还没有净退的验证动作。',
      next: '请管理员安装一次：sudo clean-exit presence install',
    },
    root: {
      what: 'polkit 对 root 不作询问，因此 root 无法验证本人在场。',
      next: '请以软件所属的用户身份执行。',
    },
    'polkit-missing': {
      what: '这台电脑没有 polkit，无法验证本人在场。',
      next: '请管理员安装：sudo apt install polkitd pkexec',
    },
    'no-agent': {
      what: '这个桌面上没有可以询问密码的程序。',
      next: '请启动桌面的 polkit 验证程序，或登录桌面。',
    },
    unsupported: {
      what: '这台电脑无法完成策略要求的验证。',
      next: '查看这里可用的功能：clean-exit doctor',
    },
  },
  other: (kind, detail) => `策略要求${kind}：${detail}`,
  otherNext: (surfaces) => `可以完成验证的入口：${surfaces}`,
};
