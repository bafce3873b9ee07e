/** Chinese words for what keeps a run from publishing, and for a ledger that is not whole. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { systemReason } from '../system-reason.js';
import { outputUnwritable } from './output-unwritable.js';

export const RUN = {
  'period-not-ended': (values) => {
    switch (values.case) {
      case 'publish':
        return {
          message: `${values.period} 尚未结束；未结束的账期不发布账单`,
          hint: `请运行 kefu-billing preview ${values.period} 试算`,
        };
      case 'preview':
        return {
          message: `${values.period} 还没有过完第一天，没有可预览的内容`,
          hint: '请等到该月第二天',
        };
      case 'compare':
        return {
          message: `${values.period} 尚未结束；月份结束后才能比较`,
          hint: '请比较更早的月份',
        };
      case 'issue-date':
        return {
          message: `开具日期 ${values.issueDate} 早于账期 ${values.period} 的结束`,
          hint: `请选择 ${values.lastDay} 之后的日期`,
        };
    }
  },
  'published-month-differs': publishedMonthDiffers,
  'settlement-open': ({ period, settlesOn }) => ({
    message: `${period} 的退款结算期到 ${settlesOn} 才结束，其间的退款会使账单冲红重开`,
    hint: `请在 ${settlesOn} 或以后再次运行 ${period}`,
  }),
  'issue-date-backwards': ({ issueDate, number, numberDate }) => ({
    message: `账单的开具日期是 ${issueDate}，而编号在前的 ${number} 开具于 ${numberDate}`,
    hint: '请选择不早于后者的日期，除非记账确有需要',
  }),
  'settings-changed': (values) =>
    values.case === 'refunds'
      ? {
          message: `退款结算天数 settlement_days 或时区 time_zone 与 ${values.period} 发布时不同`,
          hint: '请恢复原设置；改动会使退款被重复计算或漏算',
        }
      : {
          message: `这是另一服务方的数据：${values.period} 是为 ${values.name}${values.taxId === '' ? '' : `（${values.taxId}）`} 发布的`,
          hint: '请指定该服务方自己的输出文件夹；一个账本只属于一个服务方',
        },
  'output-missing': ({ case: when }) => ({
    message: '输出文件夹不存在',
    hint: MISSING_OUTPUT[when],
  }),
  'output-unwritable': outputUnwritable,
  'temporary-unusable': ({ reason }) => ({
    message: `无法使用临时文件夹：${systemReason(reason)}`,
    hint: '请新建该文件夹、腾出空间，或用环境变量 TMPDIR 另行指定，然后重新运行；本次未发布任何账单',
  }),
  'resources-short': (values) => {
    switch (values.case) {
      case 'engine':
        return {
          message: `${values.memory} 内存不足以汇总明细：${systemReason(values.reason)}`,
          hint: `请加 --memory ${values.least} 重新运行；本次未发布任何账单`,
        };
      case 'open-files':
        return {
          message: `系统不允许打开更多文件：${systemReason(values.reason)}`,
          hint: '请提高上限（ulimit -n 4096）后重新运行；本次未发布任何账单',
        };
      case 'memory':
        return {
          message: `系统内存已用尽：${systemReason(values.reason)}`,
          hint: '请减小 --memory 并减少 --workers 后重新运行；本次未发布任何账单',
        };
      case 'thread':
        return {
          message: `生成账单文件的一个线程中途结束：${systemReason(values.reason)}`,
          hint: '请减少 --workers，或加 --workers 0 重新运行；本次未发布任何账单',
        };
    }
  },
  'queue-unusable': queueUnusable,
  'ledger-broken': ledgerBroken,
  'batch-taken': () => ({
    message: '另一次运行抢先发布了同一批次号；本次未发布任何账单',
    hint: '请重新运行；程序会与对方已开具的账单比较',
  }),
  'cancellations-unconfirmed': ({ count, of }) => ({
    message: `${of} 份账单中有 ${count} 份将被冲销而不重开`,
    hint: `请检查数据是否有缺失；如确需冲销，请加 --confirm-cancellations ${count} 运行`,
  }),
  'revisions-unconfirmed': (values) => ({
    message:
      values.case === 'documents'
        ? `${values.of} 份账单中有 ${values.count} 份将被修订`
        : `修订 ${values.count} 份账单将使总额从 ${values.before} ${values.currency} 变为 ${values.after}`,
    hint: `请先用 --dry-run 查看改动；如确需修订，请加 --confirm-revisions ${values.count} 运行`,
  }),
  'total-unusual': ({ currency, total, mean, months }) => ({
    message: `本期合计 ${total} ${currency}，而 ${months.join('、')} 的平均值为 ${mean}`,
    hint: '寄出之前请核对各行：kefu-billing explain',
  }),
} satisfies Partial<ProblemWords>;

function publishedMonthDiffers(values: ProblemValues['published-month-differs']): ProblemSentence {
  const { period } = values;
  const hint = `请核对；如需更正，请运行 kefu-billing run ${period}`;
  switch (values.case) {
    case 'document': {
      const { number, before, now, difference } = values;
      if (number === null)
        return {
          message: `按现在的数据，${period} 应计费 ${now ?? ''}，而当时没有开具账单`,
          hint,
        };
      const by = now === null ? '不应开具' : `应为 ${now}`;
      return {
        message: `${number} 的金额 ${before} 与现在的数据不符：现在${by}，相差 ${difference}`,
        hint,
      };
    }
    case 'blocked':
      return {
        message: `${period} 有 ${values.merchants} 家商家因错误无法与已发布的账单比较`,
        hint: `请运行 kefu-billing run ${period} --dry-run 查看这些错误`,
      };
    case 'rows-gone':
      return {
        message: `数据文件夹中已不全是 ${period} 的数据，未与已发布的账单比较：表 ${values.table} 原有 ${values.rowsBefore} 行，现有 ${values.rows} 行`,
        hint: '请在数据文件夹中保留上一个月的数据：它的退款和更正会陆续到来',
      };
    case 'failed':
      return {
        message: `${period} 未能与已发布的账单比较：${systemReason(values.reason)}`,
        hint: `请运行 kefu-billing run ${period} --dry-run 进行比较`,
      };
  }
}

function queueUnusable(values: ProblemValues['queue-unusable']): ProblemSentence {
  switch (values.case) {
    case 'unreachable':
      return {
        message: `无法连接队列：${systemReason(values.reason)}`,
        hint: '请启动队列所用的 Redis，或更正 --queue',
      };
    case 'not-let-in':
      return {
        message: `队列拒绝访问：${systemReason(values.reason)}`,
        hint: '请在 --queue 中给出用户与密码，或用 KEFU_BILLING_QUEUE_PASSWORD 给出密码',
      };
    case 'no-worker':
      return {
        message: '队列中已有一分钟没有工作进程；本次未发布任何账单',
        hint: '请用 kefu-billing worker 启动与本程序版本相同的工作进程，再重新运行',
      };
    case 'no-slice-done':
      return {
        message: '队列中有工作进程，但十分钟内没有完成任何任务；本次未发布任何账单',
        hint: '请查看其日志：版本可能不同，或正忙于其他运行',
      };
    case 'no-bucket-worker':
      return {
        message: '队列中已有一分钟没有读取输入文件夹的工作进程；本次未发布任何账单',
        hint: '请用 kefu-billing worker --input 启动与本程序版本相同的工作进程，再重新运行',
      };
    case 'no-bucket-done':
      return {
        message: '队列中有工作进程，但一小时内没有汇总完任何分区；本次未发布任何账单',
        hint: '请查看其日志：版本可能不同，或正忙于其他运行',
      };
    case 'bucket-failed':
      return {
        message: `工作进程无法汇总分区：${systemReason(values.reason)}`,
        hint: '请查看其日志，并确认其 --input 与 --output 就是本次运行的文件夹；本次未发布任何账单',
      };
    case 'slice-failed':
      return {
        message: `工作进程无法生成文件：${systemReason(values.reason)}`,
        hint: '请查看其日志，并确认它看到的是同一个输出文件夹；本次未发布任何账单',
      };
  }
}

function ledgerBroken(values: ProblemValues['ledger-broken']): ProblemSentence {
  switch (values.case) {
    case 'foreign':
      return {
        message: '此处有不是本程序生成的内容',
        hint: '请把它移到别处；程序既不沿用也不删除',
      };
    case 'never-published':
      return {
        message: '此处没有该账期的已发布批次',
        hint: '如曾发布过，请从备份恢复；否则请指定别的账期或输出文件夹',
      };
    case 'unreadable':
      return brokenBatch(`已发布的批次无法读取：${systemReason(values.reason)}`);
    case 'folder-unreadable':
      return {
        message: `无法读取此处已发布的内容：${systemReason(values.reason)}`,
        hint: '请更正权限或检查磁盘后重新运行；账本不能完整读取时不再开具账单',
      };
    case 'cut-off':
      return brokenBatch('已发布的批次无法读取：最后一行不完整');
    case 'not-vouched-for':
      return brokenBatch('已发布的批次无法读取：documents.jsonl 与 manifest 的记录不符');
    case 'orders-not-kept':
      return {
        message:
          '该批次由旧版本发布，没有保存计费订单的清单（billed-orders.parquet），无法判断跨月退款是否应计',
        hint: '请换一个新的输出文件夹继续，并原样保留现在的文件夹',
      };
    case 'misplaced':
      return brokenBatch(`该批次发布时是 ${values.published}`);
    case 'batch-lost':
      return brokenBatch('HEAD 记录的批次不在此处');
    case 'batch-changed':
      return brokenBatch('该批次不是 HEAD 所记录的：其 manifest 被改动过');
    case 'head-lost':
    case 'head-unreadable':
    case 'head-differs':
      return brokenHead(values);
    case 'batches-missing':
      return brokenBatch(
        values.from === values.to
          ? `已发布的批次之前缺少第 ${values.from} 批`
          : `已发布的批次之前缺少第 ${values.from} 至 ${values.to} 批`,
      );
    case 'unlinked':
      return brokenBatch('已发布的批次与上一批不相衔接');
    case 'link-lost':
      return changed('它所衔接的更早账期的批次已丢失或被改动');
    case 'ledgers-mixed':
      return changed('这些批次不属于同一个账本');
    case 'file-lost':
      return changed('文件已丢失');
    case 'file-changed':
      return changed('文件被改动过');
    case 'file-added':
      return { message: '文件是后来加入的', hint: '请把它移到别处：它不是发布的内容' };
    case 'totals':
      return changed('控制合计与各份账单不符');
    case 'number':
      return changed(`第 ${values.after} 份账单之后的编号是 ${values.number}，不连续`);
    case 'cancellation':
      return changed(`${values.number} 没有完整冲销 ${values.cancels}`);
  }
}

type BrokenHead = Extract<
  ProblemValues['ledger-broken'],
  { case: 'head-lost' | 'head-unreadable' | 'head-differs' }
>;

function brokenHead(values: BrokenHead): ProblemSentence {
  switch (values.case) {
    case 'head-lost':
      return {
        message: '账本的 HEAD 文件已丢失，无从得知最新批次是否齐全',
        hint: '请从备份恢复；或查看现有批次后用 kefu-billing head 重新生成',
      };
    case 'head-unreadable':
      return {
        message: `HEAD 文件无法读取，无从得知最新批次是否齐全：${systemReason(values.reason)}`,
        hint: '请从备份恢复；或查看现有批次后用 kefu-billing head 重新生成',
      };
    case 'head-differs':
      return changed(`现有批次的账本头是 ${values.tip}，与所给的不同`);
  }
}

function brokenBatch(message: string): ProblemSentence {
  return { message, hint: '请从备份恢复该批次；账本不完整时不再开具账单' };
}

/** What a look at all batches finds to be other than it was published. */
function changed(message: string): ProblemSentence {
  return { message, hint: '请从备份恢复该批次' };
}

/** What to do where the output folder is missing. */
const MISSING_OUTPUT: Readonly<Record<ProblemValues['output-missing']['case'], string>> = {
  run: '请新建或挂载该文件夹；在空文件夹中运行会新建账本',
  verify: '请挂载该文件夹，或指定正确的文件夹',
  worker: '请在本机以相同路径挂载出账任务所写入的文件夹',
};
