'use strict';
// Reads which commit a checkout is at, without starting git: two or three small files.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const read = (...parts) => {
  try {
    return readFileSync(path.join(...parts), 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** The commit that `top` is at; undefined where it is no checkout (gitrepository-layout(5)). */
exports.headOf = function headOf(top) {
  const link = read(top, '.git'); // A file in a worktree, a folder elsewhere.
  const own = link ? path.resolve(top, link.replace(/^gitdir: /, '')) : path.join(top, '.git');
  const head = read(own, 'HEAD');
  if (!head?.startsWith('ref: ')) return head;
  const ref = head.slice('ref: '.length);
  const common = path.resolve(own, read(own, 'commondir') ?? '.');
  return read(own, ref) ?? read(common, ref) ?? packed(read(common, 'packed-refs'), ref);
};

function packed(refs = '', ref) {
  const line = refs.split('\n').find((one) => one.endsWith(` ${ref}`));
  return line?.split(' ')[0];
}
