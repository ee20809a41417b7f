import { hash } from 'node:crypto';
import { fingerprintFor } from '../../freshness/makers.ts';
import type { Recipe } from './recipe.ts';

/**
 * Keys of products: a hash of the recipe and of the code that follows it, so that the same key means the same bytes.
 * @param project folder whose code counts; default: where the command runs
 */
export function productKeys(project?: string): (recipe: Recipe) => string {
  const codes = new Map<Recipe['make'], string>();
  const codeOf = (make: Recipe['make']) => {
    // A text is its own recipe.
    if (make === 'text') return '';
    const code = codes.get(make) ?? fingerprintFor(make, project === undefined ? {} : { project });
    codes.set(make, code);
    return code;
  };
  return (recipe) => hash('sha256', `${JSON.stringify(recipe)}\n${codeOf(recipe.make)}`).slice(0, 32);
}
