import { must } from '../../src/lib/must.ts';

/** A function to make small: its value at `x`; fills `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Steps whose curvature is remembered. */
const rememberedSteps = 8;

/** Find the `x` at which a smooth function is smallest, from `x` on (limited-memory BFGS with backtracking). Deterministic. */
export function minimise(
  objective: Objective,
  x: Float64Array,
  { steps = 120, tolerance = 1e-5 } = {},
): number {
  const size = x.length;
  let gradient = new Float64Array(size);
  let value = objective(x, gradient);
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let step = 0; step < steps; step += 1) {
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    let length = history.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    for (let tries = 0; tries < 30; tries += 1, length /= 2) {
      for (let at = 0; at < size; at += 1) next[at] = x[at]! + length * direction[at]!;
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
    }
    if (!(nextValue < value)) break;
    const s = new Float64Array(size);
    const y = new Float64Array(size);
    for (let at = 0; at < size; at += 1) {
      s[at] = next[at]! - x[at]!;
      y[at] = nextGradient[at]! - gradient[at]!;
    }
    const curvature = dot(s, y);
    if (curvature > 1e-12) {
      history.push({ s, y, rho: 1 / curvature });
      if (history.length > rememberedSteps) history.shift();
    }
    x.set(next);
    gradient = nextGradient;
    const gain = value - nextValue;
    value = nextValue;
    if (gain < tolerance * Math.max(1, Math.abs(value))) break;
  }
  return value;
}

/** The direction of the next step: the gradient, bent by what is remembered of the curvature. */
function descent(
  gradient: Float64Array,
  history: { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = Float64Array.from(gradient);
  const alphas: number[] = [];
  for (const { s, y, rho } of history.toReversed()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    addScaled(q, y, -alpha);
  }
  const latest = history.at(-1);
  if (latest) {
    const scale = dot(latest.s, latest.y) / dot(latest.y, latest.y);
    for (let at = 0; at < q.length; at += 1) q[at] = scale * q[at]!;
  }
  history.forEach(({ s, y, rho }, index) => {
    const beta = rho * dot(y, q);
    addScaled(q, s, must(alphas[history.length - 1 - index]) - beta);
  });
  for (let at = 0; at < q.length; at += 1) q[at] = -q[at]!;
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

function addScaled(target: Float64Array, other: Float64Array, scale: number): void {
  for (let at = 0; at < target.length; at += 1) target[at]! += scale * other[at]!;
}
