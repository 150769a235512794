import type { volume as en } from '../en/volume.ts';

export const volume: typeof en = {
  help: '为 U 盘签名，用作策略要求的证明（管理员使用）',
  what: 'token：写入令牌',
  place: 'U 盘的挂载位置',
  key: '管理员的 SSH 密钥',
  for: 'U 盘的持有人',
  expires: '有效时长或截止日期：365d、2027-06-30（默认 365d）',
  noPlace: '请写明 U 盘的挂载位置。',
  noVolume: (place) => `${place} 不是有标识的已挂载卷。`,
  noVolumeNext: (all) => (all === '' ? '请插入并挂载 U 盘。' : `可用的有：${all}`),
  notSeen: (why) => `净退看不到挂载了哪些卷（${why}）。`,
  notSeenNext: '查看这里可用的功能：clean-exit doctor',
  notWritten: (why) => `令牌无法写入（${why}）。`,
  notWrittenNext: '请取得 U 盘的写权限后再执行。',
  written: (place, id, until) => `已为卷 ${id} 在 ${place} 写入令牌，有效期至 ${until}。`,
  writtenNext: '复制到其他 U 盘无效；整盘克隆仍然有效。见 docs/orders.zh-CN.md。',
  proof: {
    'no-signing-key': {
      what: '策略要求您签名，但净退不知道哪一把是您的密钥。',
      next: '请把您的 SSH 密钥路径写入设置文件夹的 signing-key 文件（见 docs/orders.zh-CN.md）。',
    },
    'no-ssh-keygen': {
      what: '策略要求签名，但无法使用 ssh-keygen。',
      next: '请安装 OpenSSH（Debian：apt install openssh-client）后再执行。',
    },
    'not-signed': {
      what: 'ssh-keygen 没有签名。',
      next: '请确认代理或安全密钥可用，再重新执行。',
    },
    'no-signers': {
      what: '没有规定谁的签名有效：找不到 allowed_signers 文件。',
      next: '请管理员把 allowed_signers 放入净退的管理文件夹。',
    },
    'no-volume': {
      what: '策略要求插入签过名的 U 盘，但没有找到。',
      next: '请插入 U 盘，等它挂载后再执行。',
    },
    'no-token': {
      what: 'U 盘上的令牌无效，或被改动过。',
      next: '请管理员重新写入：clean-exit volume token PLACE --key FILE',
    },
    'other-volume': {
      what: 'U 盘上的令牌属于另一个 U 盘：它是复制来的。',
      next: '请插入管理员签过名的那个 U 盘。',
    },
    'token-expired': {
      what: 'U 盘的有效期已过。',
      next: '请管理员重新签名：clean-exit volume token PLACE --key FILE',
    },
    'not-a-signature': { what: '没有签名，或内容不是签名。', next: '请重新签名。' },
    'bad-signature': { what: '签名无效：签过的内容被改动。', next: '请重新签名。' },
    'wrong-namespace': { what: '这个签名是为别的用途签的。', next: '请用净退签名。' },
    'unknown-signer': {
      what: '签名的密钥不在 allowed_signers 中，或不能用于此。',
      next: '请管理员把该密钥加入 allowed_signers。',
    },
    'signer-expired': {
      what: '签名的密钥此刻不在有效期内（allowed_signers 中的 valid-after、valid-before）。',
      next: '请管理员更新该密钥。',
    },
    'signer-pattern': {
      what: '签名的密钥在 allowed_signers 中对应任意名字，无法确定是谁。',
      next: '请管理员写明名字，不要使用 * ? !',
    },
  },
};
