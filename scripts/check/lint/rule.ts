/** A rule for oxlint, as far as rules of our own need it. `N` is what they are told of. */
export interface LintRule<N> {
  meta: { type: 'problem'; schema: []; messages: Record<string, string> };
  create: (context: RuleContext<N>) => Record<string, (node: N) => void>;
}

export interface RuleContext<N> {
  cwd: string;
  physicalFilename: string;
  report: (fault: { node: N; messageId: string; data?: Record<string, string> }) => void;
}
