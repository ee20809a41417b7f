/**
 * The pattern of a permanent code, for use inside another: five characters or more, without those that are taken for one
 * another (0 and o, 1, i and l, u and v).
 */
export const codePattern = '[2-9a-hjkmnp-tv-z]{5,}';
