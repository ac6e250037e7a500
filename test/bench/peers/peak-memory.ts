import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has taken, in megabytes. Linux counts into `maxRSS` what the process had that started this one;
 * the high-water mark of its own memory begins anew.
 */
export function peakMemory(): number {
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(statusOfProcess())?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}

function statusOfProcess(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Only Linux has it.
    return '';
  }
}
