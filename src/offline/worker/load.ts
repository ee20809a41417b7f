import { edition } from './edition.ts';
import { scope } from './scope.ts';

interface Rules {
  createScriptURL: (address: string) => string;
}
const surroundings = globalThis as unknown as {
  trustedTypes?: { createPolicy: (name: string, rules: Rules) => Rules };
  importScripts: (address: string) => void;
  /** What the script in question leaves. */
  carried?: Promise<void>;
};

/**
 * What comes over from a former edition is for a script of its own, so that a first visit need not bring it. A worker may load one while it is
 * being installed.
 */
export async function loadCarryOver(): Promise<void> {
  const { trustedTypes, importScripts } = surroundings;
  const rules: Rules = { createScriptURL: (address) => address };
  const policy = trustedTypes?.createPolicy('handbook', rules) ?? rules;
  importScripts(policy.createScriptURL(`${scope}offline/carry-over-${edition}.js`));
  await surroundings.carried;
}
