/** One rule of the check: what it asks, and points given or taken. */
interface Remark {
  points: number;
  text: string;
}

/** Directives of a policy; of several policies joined by commas, the strictest sources of each. */
function directives(policy: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const directive of policy.split(/[;,]/)) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name !== '' && !found.has(name)) found.set(name, sources);
  }
  return found;
}

function contentPolicyRemark(policy: string | undefined): Remark {
  if (policy === undefined) return { points: -25, text: 'no content security policy' };
  const found = directives(policy);
  const of = (name: string) => found.get(name) ?? found.get('default-src') ?? ['*'];
  const broad = (sources: string[]) =>
    sources.some((source) => ['*', 'http:', 'https:', 'data:'].includes(source));
  const script = of('script-src');
  const inline =
    script.includes("'unsafe-inline'") && !script.some((source) => /^'(?:nonce|sha\d+)-/.test(source));
  if (inline || broad(script) || broad(of('object-src')))
    return { points: -20, text: 'a policy that lets scripts in from anywhere' };
  if (script.includes("'unsafe-eval'")) return { points: -10, text: 'a policy with unsafe-eval' };
  if (of('style-src').includes("'unsafe-inline'")) return { points: 0, text: 'styles may stand in a page' };
  return { points: of('default-src').includes("'none'") ? 10 : 5, text: 'a policy without unsafe sources' };
}

/**
 * Grade the headers of a page's answer by those rules of Mozilla's HTTP Observatory that one answer is enough
 * for. Names are in lower case.
 */
export function gradeHeaders(headers: ReadonlyMap<string, string>): {
  score: number;
  grade: string;
  remarks: string[];
} {
  const policy = headers.get('content-security-policy');
  const transport = Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1] ?? 0);
  const referrer = headers.get('referrer-policy') ?? '';
  const framed = directives(policy ?? '').has('frame-ancestors');
  const remarks: Remark[] = [
    contentPolicyRemark(policy),
    transport >= 15_768_000
      ? { points: 0, text: 'encryption is asked for, six months and more' }
      : { points: -20, text: 'encryption is not asked for' },
    headers.get('x-content-type-options') === 'nosniff'
      ? { points: 0, text: 'types are not guessed' }
      : { points: -5, text: 'types may be guessed' },
    framed || headers.has('x-frame-options')
      ? { points: framed ? 5 : 0, text: 'frames are settled' }
      : { points: -20, text: 'any page may frame it' },
    /^(?:no-referrer|same-origin|strict-origin(?:-when-cross-origin)?)$/.test(referrer)
      ? { points: 5, text: 'referrers stay private' }
      : { points: referrer === '' ? 0 : -5, text: 'referrers are sent' },
    headers.has('set-cookie') ? { points: -5, text: 'a cookie is set' } : { points: 0, text: 'no cookies' },
    headers.get('access-control-allow-origin') === '*'
      ? { points: -50, text: 'other origins may read it' }
      : { points: 0, text: 'other origins may not read it' },
  ];
  const base = 100 + remarks.reduce((sum, { points }) => sum + Math.min(points, 0), 0);
  // Points are added only if few were taken.
  const extra = base >= 90 ? remarks.reduce((sum, { points }) => sum + Math.max(points, 0), 0) : 0;
  const score = Math.max(0, base + extra);
  const grades: [number, string][] = [
    [100, 'A+'],
    [90, 'A'],
    [85, 'A-'],
    [80, 'B+'],
    [70, 'B'],
    [60, 'C'],
    [45, 'D'],
  ];
  return {
    score,
    grade: grades.find(([least]) => score >= least)?.[1] ?? 'F',
    remarks: remarks.map(({ points, text }) => `${points > 0 ? '+' : ''}${points} ${text}`),
  };
}
