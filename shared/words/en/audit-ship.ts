/** `audit ship`. */
export const auditShip = {
  noLog: (folder: string) => `There is no audit log in ${folder}.`,
  noLogNext: 'It begins with the first request once a policy says "audit": "on" or "required".',
  noTarget: 'Nothing says where the audit log goes.',
  noTargetNext:
    'Name it: --to syslog+tls://HOST:6514, or "log": {"ship": {"to": …}} in the policy.',
  badTarget: (to: string) => `"${to}" is no place for an audit log.`,
  badTargetNext:
    'Write syslog+tls://HOST:PORT, syslog+tcp://HOST:PORT or the absolute path of a folder.',
  plain: '--ca, --cert and --key are for syslog+tls alone.',
  pair: '--cert and --key go together.',
  noFile: (file: string) => `The file ${file} cannot be read.`,
  noFileNext: 'Name a file in PEM that you may read.',
  badNumber: (said: string) => `"${said}" is no number of an entry.`,
  badNumberNext: 'Entries are numbered from 0.',
  shipped: (count: number, to: string) =>
    count === 1 ? `1 entry was brought to ${to}.` : `${count} entries were brought to ${to}.`,
  nothingNew: (to: string) => `Nothing was written since the last shipping to ${to}.`,
  sentAgain: (count: number) =>
    count === 1
      ? '1 entry was sent again; its chain and number tell.'
      : `${count} entries were sent again; their chain and numbers tell.`,
  would: (count: number, to: string) =>
    count === 1
      ? `1 entry would be brought to ${to}.`
      : `${count} entries would be brought to ${to}.`,
  failed: (to: string, why: string) => `Not every entry came to ${to}: ${why}.`,
  left: (count: number) =>
    count === 1
      ? '1 entry may not be there. It stays in the log and is sent next time.'
      : `${count} entries may not be there. They stay in the log and are sent next time.`,
  lost: (count: number) =>
    count === 1
      ? '1 entry was removed from the log by its age before it came there.'
      : `${count} entries were removed from the log by their age before they came there.`,
  busy: (pid: number, to: string) => `Another process (pid ${pid}) is bringing the log to ${to}.`,
  busyNext: 'Nothing was sent now. Wait until it has finished.',
  retry: (options: string) => `Try again: clean-exit audit ship${options}`,
  why: {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the receiver broke the connection off',
    EPIPE: 'the receiver broke the connection off',
    'CLOSED-EARLY': 'the receiver closed the connection before it had everything',
    TIMEOUT: 'the receiver does not answer',
    ETIMEDOUT: 'the receiver does not answer',
    ENOTFOUND: 'nobody knows its name',
    EAI_AGAIN: 'nobody can be asked for its name now',
    EHOSTUNREACH: 'no way leads there',
    ENETUNREACH: 'no way leads there',
    ENOENT: 'the folder is not there',
    ENOTDIR: 'it is no folder',
    EACCES: 'it may not be written',
    EPERM: 'it may not be written',
    EROFS: 'it can only be read',
    ENOSPC: 'its disk is full',
    EDQUOT: 'its disk is full',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for its certificate (name its CA: --ca FILE)',
    SELF_SIGNED_CERT_IN_CHAIN: 'nobody vouches for its certificate (name its CA: --ca FILE)',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for its certificate (name its CA: --ca FILE)',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
      'nobody vouches for its certificate (name its CA: --ca FILE)',
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED:
      'it wants a certificate of this computer (--cert FILE --key FILE)',
    ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE:
      'it wants another TLS, or a certificate of this computer (--cert FILE --key FILE)',
    EPROTO: 'it does not speak TLS with us',
  },
  other: (code: string, detail: string) => `${detail} (${code})`,
};
