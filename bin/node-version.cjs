// Says on an old Node what is needed. Old Nodes parse this file, so its syntax is that of 2009.
'use strict';

/** package.json says the same in `engines`; a test holds both together. */
exports.isEnough = function isEnough(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 13;
  return major >= 24;
};

exports.sentence = function sentence(version, language) {
  if (/^zh/i.test(language))
    return (
      '净退需要 Node.js 24 或更新版本（22.13、20.19 起也可以），当前是 ' +
      version +
      '。请从 https://nodejs.org 安装后再试。'
    );
  return (
    'Clean Exit needs Node.js 24 or newer (22.13 and 20.19 or newer also work); this is ' +
    version +
    '. Install it from https://nodejs.org and try again.'
  );
};

/** Ends the program with exit code 2 where this Node is too old. */
exports.check = function check() {
  if (exports.isEnough(process.versions.node)) return;
  var env = process.env;
  var language = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  process.stderr.write(exports.sentence(process.version, language) + '\n');
  process.exit(2);
};
