import type { Connection } from '../model/connection.ts';
import type { Event } from '../model/event.ts';
import type { Quote } from '../model/quote.ts';
import type { ActorRef } from '../model/references.ts';

/** Two actors, and in how many events and quotes they meet. */
export interface Meeting {
  one: ActorRef;
  other: ActorRef;
  events: number;
  quotes: number;
}

/** Of the participants of one event, and the speakers of one quote, so many are looked at. */
const mostTogether = 30;

/** Who meets whom in these events and quotes, the most frequent first. */
export function meetingsIn(events: readonly Event[], quotes: readonly Quote[]): Meeting[] {
  const met = new Map<string, Meeting>();
  const meet = (actors: readonly ActorRef[], where: 'events' | 'quotes') => {
    const each = [...new Map(actors.map((it) => [it.id, it])).values()]
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .slice(0, mostTogether);
    for (const [index, one] of each.entries())
      for (const other of each.slice(index + 1)) {
        const key = `${one.id} ${other.id}`;
        const meeting = met.get(key) ?? { one, other, events: 0, quotes: 0 };
        meeting[where]++;
        met.set(key, meeting);
      }
  };
  for (const { participants } of events)
    meet(
      participants.map(({ actor }) => actor),
      'events',
    );
  for (const { speakers } of quotes) meet(speakers, 'quotes');
  return [...met.values()].sort((left, right) => howOften(right) - howOften(left));
}

/** The same of the connections of one actor. */
export function meetingsOf(one: ActorRef, connections: readonly Connection[]): Meeting[] {
  return connections.map(({ actor, events, quotes }) => ({ one, other: actor, events, quotes }));
}

export function howOften({ events, quotes }: Meeting): number {
  return events + quotes;
}
