import { workerData } from 'node:worker_threads';
import type { Limits } from './guarded.ts';

// A thread that ends its process once that has taken more of the processor or of the memory than it may. Whoever started the
// process tells by the signal which it was.
const { seconds, megabytes } = workerData as Limits;
setInterval(() => {
  const { user, system } = process.cpuUsage();
  if (user + system > 1e6 * seconds) process.kill(process.pid, 'SIGKILL');
  if (process.memoryUsage.rss() > 1e6 * megabytes) process.kill(process.pid, 'SIGTERM');
}, 40);
