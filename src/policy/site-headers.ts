/** Headers that every answer of the site bears, besides its content policy; `public/_headers` has them for hosts that read it. */
export const siteHeaders: ReadonlyMap<string, string> = new Map([
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  // Passed over by browsers where a page came without encryption.
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
]);
