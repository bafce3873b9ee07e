/** What several commands have: the output folder by default, and the language that they speak. */
import { Option } from 'commander';
import type { Conversation } from './conversation.js';
import { SPOKEN } from './language.js';

export const DEFAULT_OUTPUT = 'output';

export function languageOption({ words }: Conversation): Option {
  const { names, options } = words.commands;
  return new Option(`--language <${names.language}>`, options.language).choices(SPOKEN);
}
