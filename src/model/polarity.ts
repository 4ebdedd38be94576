import { oneOf } from './schema.ts';

export const Polarity = oneOf(
  'Polarity',
  '`affirmed`; `denied`: the article says that it was not said, or did not happen; `hypothetical`: that it may, would or might be. Texts and titles say it too.',
  ['affirmed', 'denied', 'hypothetical'],
);
