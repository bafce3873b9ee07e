/** Why a schema refuses a setting of a JSON file, as plain data. */
import { z } from 'zod';
import { assert } from '../problem.js';
import type { SettingFault } from '../problem-faults.js';

/** `root`: what the schema was given, in which the issue's path leads to the setting. */
export function settingFault(issue: z.core.$ZodIssue, root: unknown): SettingFault {
  switch (issue.code) {
    case 'invalid_type': {
      const received = z.util.parsedType(valueAt(root, issue.path));
      return { fault: 'type', expected: issue.expected, received };
    }
    case 'invalid_value':
      return { fault: 'choice', choices: issue.values.map(String) };
    case 'too_small':
      return issue.origin === 'string'
        ? { fault: 'blank' }
        : { fault: 'too-small', of: issue.origin, least: String(issue.minimum) };
    case 'too_big':
      return { fault: 'too-large', of: issue.origin, most: String(issue.maximum) };
    case 'invalid_format':
      return { fault: 'pattern', pattern: issue.pattern ?? issue.format };
    case 'invalid_key':
      return { fault: 'key', of: issue.origin };
    case 'invalid_union':
      return 'options' in issue
        ? { fault: 'kind', choices: issue.options.map(String) }
        : { fault: 'text-or-list' };
    case 'custom':
      return (issue.params?.['found'] as SettingFault | undefined) ?? { fault: 'currency' };
    default:
      assert(false, `a setting is not refused for ${issue.code}`);
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    root,
  );
}
