/** What is said of a queue never has its password in it. */
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

const SECRET = 'kept-to-itself';

async function said(...words: readonly string[]): Promise<{ status: number; text: string }> {
  const io = captured({ KEFU_BILLING_QUEUE_PASSWORD: SECRET });
  const status = await main(words, io);
  return { status, text: io.printed('stdout') + io.printed('stderr') };
}

const FOLDERS = ['--input', temporaryFolder(), '--output', temporaryFolder(), '--language', 'en'];

it.each([[`http://:${SECRET}@queue`], [`redis://:${SECRET}@`], [`redis://:${SECRET}@queue/jobs`]])(
  '%s is wrong usage',
  async (url) => {
    const { status, text } = await said('run', '2026-10', ...FOLDERS, '--queue', url);
    expect(status).toBe(64);
    expect(text).toBe('error: --queue takes a URL such as redis://queue:6379\n');
  },
);

it.each(['redis://127.0.0.1:1', `redis://app:${SECRET}@127.0.0.1:1`])(
  'at %s a run says where it knocked in vain, and publishes nothing',
  async (url) => {
    const { status, text } = await said('run', '2026-10', ...FOLDERS, '--queue', url, '--json');
    expect(status).toBe(1);
    expect(text).toContain('127.0.0.1:1/0');
    expect(text).toContain('queue-unusable');
    expect(text).not.toContain(SECRET);
  },
);

it('a dry run, which renders nothing, asks no queue', async () => {
  const words = ['run', '2026-10', '--dry-run', ...FOLDERS, '--queue', 'redis://127.0.0.1:1'];
  expect((await said(...words)).text).not.toContain('queue-unusable');
});
