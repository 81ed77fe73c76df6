/** Settings of a deployment that is in order; every value is made up, and random where it has to be. */
export const wellSet = {
  SITE_URL: 'https://alumni.willow-house.org',
  SUPABASE_URL: 'https://abcdefgh.supabase.co',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_planted',
  SUPABASE_SECRET_KEY: 'sb_secret_planted',
  SMTP_URL: 'smtps://planted:planted@smtp.willow-house.org:465',
  MAIL_FROM: 'Willow House <hello@willow-house.org>',
  INTAKE_KEYS: JSON.stringify({
    keys: [{ kty: 'oct', kid: '2026-11', k: 'Rk8fZ0yT1m2pQx7Lw3VhJc9uBn4sEd6Ga5iKoPtYrXM' }],
  }),
  TOKEN_SECRET: 'q9Zt3WvKx1LmB7nRcY5dHfJ2sPa8uEo4gTiC6wNyQkVr',
  BUILD_HOOK_URL: 'https://api.netlify.com/build_hooks/0123456789abcdef',
};
