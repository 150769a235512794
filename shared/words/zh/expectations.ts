/** What the schemas of our files expect, by how their English sentence begins; what follows is data. */
const EXPECTATIONS: Readonly<Record<string, string>> = {
  'an absolute path, or one that begins with a place: ': '绝对路径，或以下列位置开头的路径：',
  'an absolute path': '绝对路径',
  'a path without "//", "/./" or a "/" at its end': '不含“//”“/./”且不以“/”结尾的路径',
  'a path without ".."': '不含“..”的路径',
  'a glob without ".."': '不含“..”的通配路径',
  'one place at most, and at the beginning': '最多含一个位置且位于开头的路径',
  'a pattern in which every range goes upwards, such as [a-z]':
    '范围由小到大的通配路径，例如 [a-z]',
  'the path alone, without arguments behind it and blanks around it':
    '单独的路径，后面不带参数，前后没有空格',
  'no other wildcards than * and ?, each within one name': '只含 * 和 ? 通配符且不跨文件夹的路径',
  'a glob that begins with the name of a data root, such as {data}/cache/**':
    '以数据文件夹名开头的通配路径，例如 {data}/cache/**',
  'one glob for each: {a,b} means itself': '单个通配路径：{a,b} 不表示多选',
  'a program that runs nothing else; of an interpreter name the "script" as well':
    '不运行其他程序的程序；如是解释器，请同时写明 "script"',
  'a name without "{", "}" and "/"': '不含“{”“}”“/”的名称',
  'a folder of its own, below a place': '某个位置之下的独立文件夹',
  'no wildcard right below a place: all programs keep their folders there':
    '位置之下第一级不含通配符的路径，因为所有程序的文件夹都在那里',
  'a root that "data" declares, and it declares none':
    '在 "data" 中声明过的文件夹，而 "data" 是空的',
  'a glob that begins with a root of "data": ': '以 "data" 中的文件夹开头的通配路径：',
  'a name without control characters': '不含控制字符的名称',
  'lower-case letters, digits and "-", beginning with a letter':
    '小写字母、数字和“-”，并以字母开头',
  'another id: "all" and "any" mean others': '其他 id：“all”和“any”另有含义',
  'another id: every object of JavaScript has this one': '其他 id：这个名称已被保留',
  'an empty list: a safe exit by schedule, policy or order asks nobody':
    '空列表：由定时任务、策略或签署的审批单发起的安全退出不询问任何人',
  'a list of proofs, or an object with a list for "person", "schedule", "policy" or "order"':
    '证明列表，或按 "person"、"schedule"、"policy"、"order" 分别列出证明的对象',
  'a local time such as 18:30': '本地时间，例如 18:30',
  'one of "at" (a time), "idleMinutes" and "on" (lock, sleep, log-off, shut-down)':
    '含 "at"（时间）、"idleMinutes" 或 "on"（lock、sleep、log-off、shut-down）之一的对象',
  'Invalid input': '有效的值',
};

/** An expectation of a schema in Chinese; one that is not in the table stays as it is. */
export function inChinese(expectation: string): string {
  const start = Object.keys(EXPECTATIONS).find((one) => `${expectation}`.startsWith(one));
  return start === undefined
    ? expectation
    : `${EXPECTATIONS[start] ?? ''}${expectation.slice(start.length)}`;
}
