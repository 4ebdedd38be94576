import { actorView } from './actor-view.ts';
import { articleView } from './article-view.ts';
import { eventView } from './event-view.ts';
import { placeView } from './place-view.ts';
import { quoteView } from './quote-view.ts';
import { statisticView } from './statistic-view.ts';
import type { View } from './view.ts';

const views: Readonly<Record<string, View>> = {
  articles: articleView,
  quotes: quoteView,
  actors: actorView,
  places: placeView,
  events: eventView,
  statistics: statisticView,
};

/** @param list that has a page */
export function viewOf(list: string): View {
  const view = views[list];
  if (view === undefined) throw new Error(`${list} have no pages`);
  return view;
}
