import { cpus, totalmem } from 'node:os';

/** What figures were measured on; those of two machines don't compare. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
}

export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
});

export const isSameMachine = (a: Machine, b: Machine): boolean => JSON.stringify(a) === JSON.stringify(b);

export const describeMachine = ({ processor, cores, memoryGb, system, node }: Machine): string =>
  `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`;
