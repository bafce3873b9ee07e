/** Preloaded into what is measured: writes how long it lived, and how much memory it took at most. */
import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_RESULT'];
const KILOBYTES_PER_MEGABYTE = 1024;

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const result = {
    seconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: Math.round(maxRSS / KILOBYTES_PER_MEGABYTE),
  };
  if (file !== undefined) writeFileSync(file, JSON.stringify(result));
});
