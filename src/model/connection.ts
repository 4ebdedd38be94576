import { type Static, Type } from 'typebox';
import { ParticipantRole } from './participant-role.ts';
import { ActorRef } from './references.ts';
import { count, object, ref } from './schema.ts';

const ConnectionRoles = object('ConnectionRoles', 'As what two actors meet in events.', {
  own: ref(ParticipantRole),
  other: ref(ParticipantRole),
  events: count('Events in which they meet so.'),
});

export const Connection = object('Connection', 'Another actor, and how often the two meet.', {
  actor: ref(ActorRef),
  total: count('Events and quotes in which they meet.'),
  events: count('Events that both take part in.'),
  quotes: count('Quotes that both are speakers of.'),
  roles: Type.Array(ref(ConnectionRoles), {
    description: 'The roles of both in these events, the most frequent first.',
  }),
});
export type Connection = Static<typeof Connection>;
