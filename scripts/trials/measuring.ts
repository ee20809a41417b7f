/** Arguments to Node that make a program say its processor time and its greatest memory on the way out. */
export const measuring = [
  '--import',
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nTOOK "+(u.userCPUTime+u.systemCPUTime)+" "+u.maxRSS+"\\n")})',
];

/** Seconds of the processor and megabytes, from a program's output. Of several threads, the last one speaks for all. */
export function taken(output: string): { seconds: number; megabytes: number } {
  const [, microseconds = Infinity, kilobytes = Infinity] =
    [...output.matchAll(/TOOK (\d+) (\d+)/g)].at(-1) ?? [];
  return { seconds: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 };
}
