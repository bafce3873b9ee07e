/** Why the system or a library could not read or write something, which they say in English alone. */

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EBUSY: '文件正被占用',
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接被中断',
  EEXIST: '已经存在',
  EHOSTUNREACH: '无法到达主机',
  EIO: '磁盘读写出错',
  EISDIR: '这是文件夹，不是文件',
  EMFILE: '打开的文件过多',
  ENAMETOOLONG: '名称过长',
  ENOENT: '文件或文件夹不存在',
  ENOSPC: '磁盘空间不足',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOTEMPTY: '文件夹不是空的',
  ENOTFOUND: '找不到主机',
  EPERM: '操作不被允许',
  EROFS: '磁盘是只读的',
  ETIMEDOUT: '连接超时',
  EXDEV: '跨越了两个磁盘',
};

/**
 * > `ENOENT: no such file or directory, open 'x'` → 文件或文件夹不存在（ENOENT）.
 * > `Invalid Input Error: CSV Error on Line: 3` → 第 3 行有误.
 * > `…` → 程序原文 "…".
 */
export function systemReason(reason: string): string {
  const [, code = ''] = /^(E[A-Z]+)\b/.exec(reason) ?? [];
  const known = SYSTEM_REASONS[code];
  if (known !== undefined) return `${known}（${code}）`;
  const [, line] = /\bLine: (\d+)/.exec(reason) ?? [];
  return line === undefined ? `程序原文 ${JSON.stringify(reason)}` : `第 ${line} 行有误`;
}
