/** A Redis of a test's own. It keeps nothing on the disk: started anew, it has forgotten everything. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const START_MS_MAX = 20_000;
const LOOK_MS = 50;

export class OwnRedis {
  private constructor(
    private readonly port: number,
    private readonly password: string,
    private server: ChildProcess,
  ) {}

  /** With a password where one is given. */
  static async start(password = ''): Promise<OwnRedis> {
    const port = await freePort();
    const redis = new OwnRedis(port, password, serve(port, password));
    await redis.answers();
    return redis;
  }

  /** How the program is told of it. */
  get url(): string {
    const who = this.password === '' ? '' : `:${this.password}@`;
    return `redis://${who}127.0.0.1:${this.port}`;
  }

  /** Killed, as by a machine that loses its power. */
  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await ended;
  }

  async restart(): Promise<void> {
    await this.stop();
    this.server = serve(this.port, this.password);
    await this.answers();
  }

  private async answers(): Promise<void> {
    const end = performance.now() + START_MS_MAX;
    while (!(await isAnswering(this.url))) {
      if (performance.now() > end) throw new Error(`redis-server does not answer at ${this.url}`);
      await sleep(LOOK_MS);
    }
  }
}

function serve(port: number, password: string): ChildProcess {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  const secret = password === '' ? [] : ['--requirepass', password];
  return spawn('redis-server', [...settings, ...secret], { stdio: 'ignore' });
}

async function isAnswering(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
