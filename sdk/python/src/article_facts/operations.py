# Made from openapi/openapi.json by npm run openapi.

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import Unpack

from .reader import Listing, Reader
from .types import *


class Operations(Reader):
    def search_facts(self, **params: Unpack[SearchFactsParams]) -> Listing[SearchHit, SearchPage]:
        """Search facts.

        Every fact and article that has the words looked for, in its names, title, text, description, phrases that mention it, or the names of its speakers, participants, place, subject or source, in any language: best first, words as typed before their other forms. At most 2,000 are ranked; `ranking` says whether there are more."""
        return self._list("/v1/search", {**params})

    def list_articles(self, **params: Unpack[ListArticlesParams]) -> Listing[Article, ArticlePage]:
        """List articles.

        The articles that facts were taken from. The text itself is not stored: it is known by its fingerprint."""
        return self._list("/v1/articles", {**params})

    def get_article(self, article: str) -> Article:
        """Get an article.

        One of the articles, as the list has it."""
        answer: Article = self._get("/v1/articles/{article}", {"article": article})
        return answer

    def list_quotes(self, **params: Unpack[ListQuotesParams]) -> Listing[Quote, QuotePage]:
        """List quotes.

        Who said what: verbatim (`direct`), in our words (`indirect`), or in our words with words between quotation marks (`mixed`)."""
        return self._list("/v1/quotes", {**params})

    def get_quote(self, quote: str) -> Quote:
        """Get a quote.

        One of the quotes, as the list has it."""
        answer: Quote = self._get("/v1/quotes/{quote}", {"quote": quote})
        return answer

    def list_actors(self, **params: Unpack[ListActorsParams]) -> Listing[Actor, ActorPage]:
        """List actors.

        Who acts, speaks or is acted upon: people, states, governments, organizations, media and groups. Shared by all articles."""
        return self._list("/v1/actors", {**params})

    def get_actor(self, actor: str) -> Actor:
        """Get an actor.

        One of the actors, as the list has it."""
        answer: Actor = self._get("/v1/actors/{actor}", {"actor": actor})
        return answer

    def list_places(self, **params: Unpack[ListPlacesParams]) -> Listing[Place, PlacePage]:
        """List places.

        Where it happened, or what it is about. Shared by all articles."""
        return self._list("/v1/places", {**params})

    def get_place(self, place: str) -> Place:
        """Get a place.

        One of the places, as the list has it."""
        answer: Place = self._get("/v1/places/{place}", {"place": place})
        return answer

    def list_events(self, **params: Unpack[ListEventsParams]) -> Listing[Event, EventPage]:
        """List events.

        What happened, happens or is expected to, with who took part in it as what, where and when."""
        return self._list("/v1/events", {**params})

    def get_event(self, event: str) -> Event:
        """Get an event.

        One of the events, as the list has it."""
        answer: Event = self._get("/v1/events/{event}", {"event": event})
        return answer

    def list_statistics(self, **params: Unpack[ListStatisticsParams]) -> Listing[Statistic, StatisticPage]:
        """List statistics.

        How much, how many, how long: each figure with its unit, what it is about and to whom the article attributes it."""
        return self._list("/v1/statistics", {**params})

    def get_statistic(self, statistic: str) -> Statistic:
        """Get a statistic.

        One of the statistics, as the list has it."""
        answer: Statistic = self._get("/v1/statistics/{statistic}", {"statistic": statistic})
        return answer

    def list_mentions(self, **params: Unpack[ListMentionsParams]) -> Listing[FactMention, FactMentionPage]:
        """List mentions.

        Every stretch of text that states a fact, with the fact: the index of an article."""
        return self._list("/v1/mentions", {**params})

    def list_connections(self, actor: str, **params: Unpack[ListConnectionsParams]) -> Listing[Connection, ConnectionPage]:
        """List connections of an actor.

        The actors it meets, as participants of one event or speakers of one quote, the most frequent first."""
        return self._list("/v1/actors/{actor}/connections", {"actor": actor, **params})

    def list_timeline(self, **params: Unpack[ListTimelineParams]) -> Timeline:
        """List a timeline.

        How many events, quotes or statistics may lie in each day, month or year, under the filters of their list. What may lie in several intervals counts in each, as the total of the list from its first day to its last does. What is open (`1950/..`) counts as far as other days, or `from` and `to`, reach. Intervals without facts are left out."""
        answer: Timeline = self._get("/v1/timeline", {**params})
        return answer

    def verify_text(self, article: str, body: VerificationRequest) -> Verification:
        """Verify a text.

        Compares a text with an article’s fingerprint, and finds its mentions, in whatever typography. The body has at most 1 MiB: as JSON a line break takes two bytes, and a letter that is escaped six. It needs no key; nothing is stored."""
        answer: Verification = self._post("/v1/articles/{article}/verification", {"article": article}, body)
        return answer

    def list_changes(self, **params: Unpack[ListChangesParams]) -> Listing[Change, ChangePage]:
        """List changes.

        Every put and every deletion of a bundle, the oldest first. A mirror fetches the bundle of each article that has a `digest`, and asks again from the same place if that isn’t in the `ETag`, as it was written since. It drops the others, keeps `resume` with it, asks with that as `cursor`, and begins anew at 410."""
        return self._list("/v1/changes", {**params})

    def get_changes_feed(self, **params: Unpack[GetChangesFeedParams]) -> Iterator[bytes]:
        """Get changes as a feed.

        The same as an Atom feed (RFC 4287), for feed readers: the newest first."""
        return self._stream("/v1/changes.atom", {**params})

    def get_linked_data(self, article: str) -> LinkedData:
        """Get linked data.

        The article and its facts as JSON-LD: schema.org for what they are, Web Annotations for where the text states them, Wikidata as `sameAs`. What was said verbatim is a Quotation, else a Claim; who is named for what was not said is only mentioned."""
        answer: LinkedData = self._get("/v1/articles/{article}/linked-data", {"article": article})
        return answer

    def get_linked_data_turtle(self, article: str) -> Iterator[bytes]:
        """Get linked data as Turtle.

        The same in RDF 1.1 Turtle."""
        return self._stream("/v1/articles/{article}/linked-data.ttl", {"article": article})

    def export_articles_csv(self, **params: Unpack[ExportArticlesCsvParams]) -> Iterator[bytes]:
        """Export articles as CSV.

        All articles under these filters, a row each."""
        return self._stream("/v1/exports/articles.csv", {**params})

    def export_articles_ndjson(self, **params: Unpack[ExportArticlesNdjsonParams]) -> Iterator[Article]:
        """Export articles as NDJSON.

        All articles under these filters, a line of JSON each."""
        return self._lines("/v1/exports/articles.ndjson", {**params})

    def export_articles_xlsx(self, **params: Unpack[ExportArticlesXlsxParams]) -> Iterator[bytes]:
        """Export articles as XLSX.

        All articles under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/articles.xlsx", {**params})

    def export_quotes_csv(self, **params: Unpack[ExportQuotesCsvParams]) -> Iterator[bytes]:
        """Export quotes as CSV.

        All quotes under these filters, a row each."""
        return self._stream("/v1/exports/quotes.csv", {**params})

    def export_quotes_ndjson(self, **params: Unpack[ExportQuotesNdjsonParams]) -> Iterator[Quote]:
        """Export quotes as NDJSON.

        All quotes under these filters, a line of JSON each."""
        return self._lines("/v1/exports/quotes.ndjson", {**params})

    def export_quotes_xlsx(self, **params: Unpack[ExportQuotesXlsxParams]) -> Iterator[bytes]:
        """Export quotes as XLSX.

        All quotes under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/quotes.xlsx", {**params})

    def export_actors_csv(self, **params: Unpack[ExportActorsCsvParams]) -> Iterator[bytes]:
        """Export actors as CSV.

        All actors under these filters, a row each."""
        return self._stream("/v1/exports/actors.csv", {**params})

    def export_actors_ndjson(self, **params: Unpack[ExportActorsNdjsonParams]) -> Iterator[Actor]:
        """Export actors as NDJSON.

        All actors under these filters, a line of JSON each."""
        return self._lines("/v1/exports/actors.ndjson", {**params})

    def export_actors_xlsx(self, **params: Unpack[ExportActorsXlsxParams]) -> Iterator[bytes]:
        """Export actors as XLSX.

        All actors under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/actors.xlsx", {**params})

    def export_places_csv(self, **params: Unpack[ExportPlacesCsvParams]) -> Iterator[bytes]:
        """Export places as CSV.

        All places under these filters, a row each."""
        return self._stream("/v1/exports/places.csv", {**params})

    def export_places_ndjson(self, **params: Unpack[ExportPlacesNdjsonParams]) -> Iterator[Place]:
        """Export places as NDJSON.

        All places under these filters, a line of JSON each."""
        return self._lines("/v1/exports/places.ndjson", {**params})

    def export_places_xlsx(self, **params: Unpack[ExportPlacesXlsxParams]) -> Iterator[bytes]:
        """Export places as XLSX.

        All places under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/places.xlsx", {**params})

    def export_events_csv(self, **params: Unpack[ExportEventsCsvParams]) -> Iterator[bytes]:
        """Export events as CSV.

        All events under these filters, a row each."""
        return self._stream("/v1/exports/events.csv", {**params})

    def export_events_ndjson(self, **params: Unpack[ExportEventsNdjsonParams]) -> Iterator[Event]:
        """Export events as NDJSON.

        All events under these filters, a line of JSON each."""
        return self._lines("/v1/exports/events.ndjson", {**params})

    def export_events_xlsx(self, **params: Unpack[ExportEventsXlsxParams]) -> Iterator[bytes]:
        """Export events as XLSX.

        All events under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/events.xlsx", {**params})

    def export_statistics_csv(self, **params: Unpack[ExportStatisticsCsvParams]) -> Iterator[bytes]:
        """Export statistics as CSV.

        All statistics under these filters, a row each."""
        return self._stream("/v1/exports/statistics.csv", {**params})

    def export_statistics_ndjson(self, **params: Unpack[ExportStatisticsNdjsonParams]) -> Iterator[Statistic]:
        """Export statistics as NDJSON.

        All statistics under these filters, a line of JSON each."""
        return self._lines("/v1/exports/statistics.ndjson", {**params})

    def export_statistics_xlsx(self, **params: Unpack[ExportStatisticsXlsxParams]) -> Iterator[bytes]:
        """Export statistics as XLSX.

        All statistics under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/statistics.xlsx", {**params})

    def export_mentions_csv(self, **params: Unpack[ExportMentionsCsvParams]) -> Iterator[bytes]:
        """Export mentions as CSV.

        All mentions under these filters, a row each."""
        return self._stream("/v1/exports/mentions.csv", {**params})

    def export_mentions_ndjson(self, **params: Unpack[ExportMentionsNdjsonParams]) -> Iterator[FactMention]:
        """Export mentions as NDJSON.

        All mentions under these filters, a line of JSON each."""
        return self._lines("/v1/exports/mentions.ndjson", {**params})

    def export_mentions_xlsx(self, **params: Unpack[ExportMentionsXlsxParams]) -> Iterator[bytes]:
        """Export mentions as XLSX.

        All mentions under these filters, a row each. A text of over 32767 characters is cut, which `cut` says."""
        return self._stream("/v1/exports/mentions.xlsx", {**params})

    def export_sqlite(self) -> Iterator[bytes]:
        """Export everything as a SQLite database.

        Everything, as plain tables for SQL; `_columns` tells what each column is."""
        return self._stream("/v1/exports/article-facts.sqlite", {})
