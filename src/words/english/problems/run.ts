/** English words for what keeps a run from publishing, and for a ledger that is not whole. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { counted } from '../phrases.js';
import { outputUnwritable } from './output-unwritable.js';

export const RUN = {
  'period-not-ended': (values) => {
    switch (values.case) {
      case 'publish':
        return {
          message: `${values.period} has not ended, and a period that has not ended is never published`,
          hint: `use: kefu-billing preview ${values.period}`,
        };
      case 'preview':
        return {
          message: `${values.period} has no complete day yet, so there is nothing to preview`,
          hint: 'wait for its second day',
        };
      case 'compare':
        return {
          message: `${values.period} has not ended, and a month is compared once it has`,
          hint: 'compare the months before it',
        };
      case 'issue-date':
        return {
          message: `the issue date ${values.issueDate} is before the end of ${values.period}`,
          hint: `choose a date after ${values.lastDay}`,
        };
    }
  },
  'settlement-open': ({ period, settlesOn }) => ({
    message: `the settlement window of ${period} is open until ${settlesOn}; later refunds will revise it`,
    hint: `run ${period} again on ${settlesOn} or later`,
  }),
  'issue-date-backwards': ({ issueDate, number, numberDate }) => ({
    message: `the documents are dated ${issueDate}, and ${number} before them is dated ${numberDate}`,
    hint: 'choose a date that is not before it, unless your books want it so',
  }),
  'published-month-differs': publishedMonthDiffers,
  'settings-changed': (values) =>
    values.case === 'refunds'
      ? {
          message: `settlement_days or time_zone is not what ${values.period} was published with`,
          hint: 'restore the setting; a change would count refunds twice or never',
        }
      : {
          message: `the input is another provider's: ${values.period} was published for ${values.name}${values.taxId === '' ? '' : ` (${values.taxId})`}`,
          hint: 'name the output folder of this provider; a ledger is of one provider',
        },
  'output-missing': ({ case: when }) => ({
    message: 'the output folder does not exist',
    hint: MISSING_OUTPUT[when],
  }),
  'output-unwritable': outputUnwritable,
  'temporary-unusable': ({ reason }) => ({
    message: `the folder of temporary files cannot be used: ${reason}`,
    hint: 'make it, make room in it, or name another by TMPDIR, and run again; nothing is published',
  }),
  'resources-short': (values) => {
    switch (values.case) {
      case 'engine':
        return {
          message: `${values.memory} of memory are too little for the facts: ${values.reason}`,
          hint: `run again with --memory ${values.least}; nothing is published`,
        };
      case 'open-files':
        return {
          message: `the system lets the program open no more files: ${values.reason}`,
          hint: 'allow it more (ulimit -n 4096), and run again; nothing is published',
        };
      case 'memory':
        return {
          message: `the system has no memory left: ${values.reason}`,
          hint: 'run again with less --memory and fewer --workers; nothing is published',
        };
      case 'thread':
        return {
          message: `a thread that renders documents came to an end: ${values.reason}`,
          hint: 'run again with fewer --workers, or with --workers 0; nothing is published',
        };
    }
  },
  'queue-unusable': queueUnusable,
  'ledger-broken': ledgerBroken,
  'batch-taken': () => ({
    message: 'another run published this batch number first; nothing of this run is published',
    hint: 'run again; it compares with what the other one issued',
  }),
  'cancellations-unconfirmed': ({ count, of }) => ({
    message: `${count} of ${of} documents would be cancelled without replacement`,
    hint: `check that no input is missing; if it is meant, run with --confirm-cancellations ${count}`,
  }),
  'revisions-unconfirmed': (values) => ({
    message:
      values.case === 'documents'
        ? `${values.count} of ${values.of} documents would be revised`
        : `the revision of ${counted(values.count, 'document')} would change the total of ${values.before} ${values.currency} to ${values.after}`,
    hint: `see what changes with --dry-run; if it is meant, run with --confirm-revisions ${values.count}`,
  }),
  'total-unusual': ({ currency, total, mean, months }) => ({
    message: `the total is ${total} ${currency}, and the mean of ${months.join(', ')} is ${mean}`,
    hint: 'look at the lines before it is sent: kefu-billing explain',
  }),
} satisfies Partial<ProblemWords>;

function publishedMonthDiffers(values: ProblemValues['published-month-differs']): ProblemSentence {
  const { period } = values;
  const hint = `look at it, and revise it with: kefu-billing run ${period}`;
  switch (values.case) {
    case 'document': {
      const { number, before, now, difference } = values;
      if (number === null)
        return {
          message: `by this input ${now ?? ''} would be billed for ${period}, and nothing is`,
          hint,
        };
      const by = now === null ? 'it would not be issued' : `it would be ${now}`;
      return {
        message: `${number} of ${before} no longer agrees with the input: by now ${by}, a difference of ${difference}`,
        hint,
      };
    }
    case 'blocked':
      return {
        message: `errors keep ${counted(values.merchants, 'merchant')} of ${period} from being compared with what was published`,
        hint: `see them with: kefu-billing run ${period} --dry-run`,
      };
    case 'rows-gone':
      return {
        message: `the input no longer holds ${period}, so it is not compared with what was published: ${values.table} has ${values.rows} of ${values.rowsBefore} rows`,
        hint: 'keep the month before in the input: refunds and corrections of it come in late',
      };
    case 'failed':
      return {
        message: `${period} could not be compared with what was published: ${values.reason}`,
        hint: `compare it with: kefu-billing run ${period} --dry-run`,
      };
  }
}

function queueUnusable(values: ProblemValues['queue-unusable']): ProblemSentence {
  switch (values.case) {
    case 'unreachable':
      return {
        message: `the queue cannot be reached: ${values.reason}`,
        hint: 'start its Redis, or correct --queue',
      };
    case 'not-let-in':
      return {
        message: `the queue does not let this program in: ${values.reason}`,
        hint: 'give the user and the password in --queue, or the password in KEFU_BILLING_QUEUE_PASSWORD',
      };
    case 'no-worker':
      return {
        message: 'no worker was at the queue for a minute; nothing is published',
        hint: 'start some with kefu-billing worker, of the same version as this program, and run again',
      };
    case 'no-slice-done':
      return {
        message:
          'workers are at the queue, and rendered nothing for ten minutes; nothing is published',
        hint: 'see what they log: they may be of another version, or busy with other runs',
      };
    case 'no-bucket-worker':
      return {
        message:
          'no worker that reads the input was at the queue for a minute; nothing is published',
        hint: 'start some with kefu-billing worker --input, of the same version as this program, and run again',
      };
    case 'no-bucket-done':
      return {
        message:
          'workers are at the queue, and rolled up no bucket for an hour; nothing is published',
        hint: 'see what they log: they may be of another version, or busy with other runs',
      };
    case 'bucket-failed':
      return {
        message: `a worker could not roll up a bucket: ${values.reason}`,
        hint: 'see what it logs, and that its --input and --output are the folders of the run; nothing is published',
      };
    case 'slice-failed':
      return {
        message: `a worker could not render: ${values.reason}`,
        hint: 'see what it logs, and that it sees the same output folder; nothing is published',
      };
  }
}

function ledgerBroken(values: ProblemValues['ledger-broken']): ProblemSentence {
  switch (values.case) {
    case 'foreign':
      return {
        message: 'something stands there that this program did not make',
        hint: 'move it away; it is neither followed nor deleted',
      };
    case 'never-published':
      return {
        message: 'no batch of this period is published here',
        hint: 'if one was, restore it from a backup; else name another period or output folder',
      };
    case 'unreadable':
      return brokenBatch(`cannot be read: ${values.reason}`);
    case 'folder-unreadable':
      return {
        message: `what is published there cannot be read: ${values.reason}`,
        hint: 'correct the permissions, or look at the disk, and run again; nothing is issued on top of what nobody can read',
      };
    case 'cut-off':
      return brokenBatch('cannot be read: its last line is cut off');
    case 'not-vouched-for':
      return brokenBatch('cannot be read: documents.jsonl is not what the manifest vouches for');
    case 'orders-not-kept':
      return {
        message:
          'the batch was published by a version that did not keep which orders it billed (billed-orders.parquet), so nobody can tell whether a late refund counts',
        hint: 'go on in a new output folder, and keep this one as it is',
      };
    case 'misplaced':
      return brokenBatch(`was published as ${values.published}`);
    case 'batch-lost':
      return brokenBatch('that HEAD names is not there');
    case 'batch-changed':
      return brokenBatch('is not the one that HEAD names: its manifest was changed');
    case 'head-lost':
    case 'head-unreadable':
    case 'head-differs':
      return brokenHead(values);
    case 'batches-missing':
      return brokenBatch(
        values.from === values.to
          ? `has no batch ${values.from} before it`
          : `has no batches ${values.from} to ${values.to} before it`,
      );
    case 'unlinked':
      return brokenBatch('does not follow the batch before it');
    case 'link-lost':
      return changed('the batch of an earlier period that it follows is lost or changed');
    case 'ledgers-mixed':
      return changed('the batches are of more than one ledger');
    case 'file-lost':
      return changed('the file is lost');
    case 'file-changed':
      return changed('the file was changed');
    case 'file-added':
      return { message: 'the file was added', hint: 'move it away: it was not published' };
    case 'totals':
      return changed('the control totals are not those of the documents');
    case 'number':
      return changed(`the document after ${values.after} is numbered ${values.number}`);
    case 'cancellation':
      return changed(`${values.number} does not cancel ${values.cancels} exactly`);
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
        message: 'the ledger has lost its HEAD, which tells whether the newest batches are there',
        hint: 'restore it from a backup; or look at what is there, and make it anew with: kefu-billing head',
      };
    case 'head-unreadable':
      return {
        message: `HEAD, which tells whether the newest batches are there, cannot be read: ${values.reason}`,
        hint: 'restore it from a backup; or look at what is there, and make it anew with: kefu-billing head',
      };
    case 'head-differs':
      return changed(
        `the batches that are there have the head ${values.tip}, not the one that was asked for`,
      );
  }
}

function brokenBatch(fault: string): ProblemSentence {
  return {
    message: `the published batch ${fault}`,
    hint: 'restore the batch from a backup; nothing is issued on top of a ledger that is not whole',
  };
}

/** What a look at all batches finds to be other than it was published. */
function changed(message: string): ProblemSentence {
  return { message, hint: 'restore the batch from a backup' };
}

/** What to do where the output folder is missing. */
const MISSING_OUTPUT: Readonly<Record<ProblemValues['output-missing']['case'], string>> = {
  run: 'create it, or mount it; an existing empty folder starts a ledger',
  verify: 'mount it, or name the right one',
  worker: 'mount on this machine what the run writes into, under the same path',
};
