/**
 * How many made inputs to try. By default as many as are worth their time at every run; `TIMES=10 npm test --
 * property` tries ten times as many.
 */
export const times = (count: number): number => Math.ceil(count * Number(process.env['TIMES'] ?? 1));
