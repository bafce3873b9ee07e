/** A worker as a machine of its own would run it: a process that shares nothing but the output folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from './child.js';

export class WorkerProcess {
  private readonly temporary = mkdtempSync(join(tmpdir(), 'kefu-worker-'));
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  /** All that it has said. */
  said = '';

  constructor(queue: string, output: string, ...more: readonly string[]) {
    const options = ['--queue', queue, '--output', output, '--workers', '1', '--language', 'en'];
    this.child = spawn(process.execPath, [PROGRAM, 'worker', ...options, ...more], {
      env: { ...process.env, TMPDIR: this.temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (piece: Buffer) => {
        this.said += piece.toString();
      });
    this.ended = once(this.child, 'close');
  }

  /** Its exit status once it has ended by itself; null where it was killed. */
  async status(): Promise<number | null> {
    await this.ended;
    rmSync(this.temporary, { recursive: true, force: true });
    return this.child.exitCode;
  }

  /** As a machine that loses its power. */
  async die(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.status();
  }

  /** As a supervisor stops it. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.status();
  }
}
