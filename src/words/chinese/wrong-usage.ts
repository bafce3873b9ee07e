/** What commander says of a command line in English, told in Chinese. */

/** What commander says, and what is said in its place. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'$/m, '错误：没有选项 $1'],
  [/^error: unknown command '(.*)'$/m, '错误：没有命令 $1'],
  [/^error: missing required argument '(.*)'$/m, '错误：缺少参数 $1'],
  [/^error: required option '(.*)' not specified$/m, '错误：缺少选项 $1'],
  [/^error: option '(.*)' argument missing$/m, '错误：选项 $1 后面缺少内容'],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/m,
    '错误：参数过多：$1 最多 $2 个，实际 $3 个',
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /m, '错误：选项 $1 的值 $2 无效：'],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. /m,
    '错误：参数 $2 的值 $1 无效：',
  ],
  [/Allowed choices are (.*)\.$/m, '可选 $1。'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '（是否应为 $1？）'],
];

/** > `error: unknown option '--inptu'` and `(Did you mean --input?)` → 错误：没有选项 --inptu and （是否应为 --input？）. */
export function wrongUsage(said: string): string {
  return COMPLAINTS.reduce((text, [english, chinese]) => text.replace(english, chinese), said);
}
