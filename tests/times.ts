/**
 * How many made inputs to try where a test needs so many to be worth its time at every run: `TIMES=10 npm test -- property`
 * tries ten times as many.
 */
export const times = (count: number): number => Math.ceil(count * Number(process.env['TIMES'] ?? 1));
