import type { orderRefusals as en } from '../en/order-refusals.ts';

const AGAIN = '请重新申请审批单：clean-exit request';

export const orderRefusals: typeof en = {
  'order-other-device': {
    what: '这张审批单是给另一台电脑的。',
    next: '请到那台电脑上执行，或为本机重新申请。查看本机指纹：clean-exit device',
  },
  'order-no-device': {
    what: '无法确定这是哪一台电脑，因此任何审批单都不能在此执行。',
    next: 'Linux 上请先生成 /etc/machine-id：systemd-machine-id-setup',
  },
  'order-expired': { what: '审批单已过期。', next: AGAIN },
  'order-clock': {
    what: '本机时钟早于此前记录的时间：时钟被调回，或者不准。',
    next: '请校准时钟后再执行这张审批单。',
  },
  'order-used': { what: '这张审批单已经执行过；每张审批单只能执行一次。', next: AGAIN },
  'order-not-kept': {
    what: '净退无法记下这张审批单已开始执行，因此没有执行。',
    next: '请检查状态文件夹的问题：clean-exit doctor',
  },
  'order-other-policy': {
    what: '现行策略与审批时的策略不同。',
    next: '请按现行策略重新申请：clean-exit request',
  },
  'order-unknown-client': {
    what: '审批单中有本机不认识的软件。',
    next: '查看认识哪些软件：clean-exit clients',
  },
  'order-changed': {
    what: '现在要做的与审批的内容不一致。',
    next: '请重新申请：clean-exit request。不加 --exactly 时，软件重新启动过也不影响。',
  },
  'order-too-few': {
    what: '审批单须由两个不同的人审批。',
    next: '请第二个人审批：clean-exit approve order.json',
  },
  'order-one-person': {
    what: '两份审批出自同一个人。',
    next: '请另一个人审批，并在 allowed_signers 中使用其本人的名字：clean-exit approve order.json',
  },
  'order-one-key': {
    what: '两份审批用的是同一把密钥。',
    next: '请另一个人用本人的密钥签名：clean-exit approve order.json --key FILE',
  },
  'order-not-for-this': {
    what: '有一份审批属于另一张审批单。',
    next: '请审批这一张：clean-exit approve order.json',
  },
  'order-bad-signature': {
    what: '有一个签名无效：内容被改动，或不是签名。',
    next: '请该人重新审批：clean-exit approve order.json',
  },
  'order-wrong-namespace': {
    what: '有一个签名不是为审批单签的。',
    next: '请用净退签名，或使用 ssh-keygen -n clean-exit-order：clean-exit approve order.json',
  },
  'order-unknown-signer': {
    what: '有一把签名密钥不在 allowed_signers 中，或不能签审批单。',
    next: '请管理员把该人的密钥加入 allowed_signers。',
  },
  'order-signer-expired': {
    what: '有一把签名密钥此刻不在有效期内（allowed_signers 中的 valid-after、valid-before）。',
    next: '请管理员更新该密钥，或由另一个人审批。',
  },
  'order-signer-pattern': {
    what: '有一把签名密钥在 allowed_signers 中对应任意名字，无法确定是谁。',
    next: '请管理员写明该人的名字，不要使用 * ? !',
  },
  'order-no-signers': {
    what: '没有规定谁可以审批：找不到 allowed_signers 文件。',
    next: '请管理员把 allowed_signers 放入净退的管理文件夹。',
  },
  'order-not-checked': {
    what: '无法核对签名。',
    next: '如果提到某个文件，请管理员把它改成只有 root 能写；否则请安装 OpenSSH（Debian：apt install openssh-client）。',
  },
};
