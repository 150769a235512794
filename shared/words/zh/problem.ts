import type { problem as en } from '../en/problem.ts';
import { inChinese } from './expectations.ts';

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
};

const typed = (type: string): string => TYPES[type] ?? type;

export const problem: typeof en = {
  missing: (type) => `缺失（应为${typed(type)}）`,
  'wrong-type': (type) => `应为${typed(type)}`,
  'one-of': (values) => `应为以下之一：${values}`,
  'unknown-field': (names) => `未知字段 ${names}`,
  'too-few': (count) => `至少需要 ${count} 个`,
  'too-small': (limit) => `不能小于 ${limit}`,
  'too-big': (limit) => `不能大于 ${limit}`,
  'not-json': (place) => `不是有效的 JSON（${place === '' ? '内容不完整' : `位置 ${place}`}）`,
  unreadable: (code) => `无法读取（${code}）`,
  'not-a-file': (detail) => `应为普通文件${detail}`,
  'too-long': (megabytes) => `不能超过 ${megabytes} MB`,
  taken: (id) => `应为其他 id：“${id}”已被占用`,
  script: (program) => `是一个脚本：请在这里写它的解释器，并把 ${program} 写在 "script" 中`,
  expected: (what) => `应为${inChinese(what)}`,
};
