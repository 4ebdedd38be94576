import { oneOf } from './schema.ts';

export const EventKind = oneOf(
  'EventKind',
  '`visit`; `meeting` (talks included); `summit`; `ceremony` (openings, galas, signings); `exhibition`; `competition` (sport); `statement` (anything said or published); `agreement`; `appeal` (a demand or request); `pledge`; `conflict`; `sanction`; `economic` (trade, payments, finance); `relations` (a relation between actors as it stands or grows); `initiative` (a programme or project); `anniversary`.',
  [
    'visit',
    'meeting',
    'summit',
    'ceremony',
    'exhibition',
    'competition',
    'statement',
    'agreement',
    'appeal',
    'pledge',
    'conflict',
    'sanction',
    'economic',
    'relations',
    'initiative',
    'anniversary',
  ],
);
