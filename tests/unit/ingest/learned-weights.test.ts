import { expect, test } from 'vitest';
import { learnedWeights, readWeights, unpack } from '../../../scripts/ingest/cases/model/weights.ts';

test('the weights of cases were learned for the features that they are used with', () => {
  expect(unpack(readWeights())).toEqual(learnedWeights());
});
