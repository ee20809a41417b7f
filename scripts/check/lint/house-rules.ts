import { oneContent, valueExports } from './component-rules.ts';
import { arrows, circles } from './import-rules.ts';

/** Plugin with the rules of the house, for oxlint. */
export default {
  meta: { name: 'house' },
  rules: { arrows, circles, 'one-content': oneContent, 'value-exports': valueExports },
};
