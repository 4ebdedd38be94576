# Made from openapi/openapi.json by npm run openapi.

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from typing_extensions import NotRequired, Required, TypedDict

Slug: TypeAlias = Literal[
    "invalid-parameter",
    "invalid-cursor",
    "cursor-gone",
    "invalid-body",
    "malformed-request",
    "unauthorized",
    "read-only",
    "foreign-origin",
    "not-found",
    "method-not-allowed",
    "conflict",
    "precondition-failed",
    "too-many-requests",
    "insufficient-storage",
    "request-timeout",
    "body-too-large",
    "url-too-long",
    "unsupported-media-type",
    "expectation-failed",
    "headers-too-large",
    "internal-error",
    "unavailable",
]
"""What problems are called; a later server may have others."""

class Actor(TypedDict):
    """Somebody who acts, speaks or is acted upon: a person, state, body, medium or group. Shared by all articles."""

    id: Id
    kind: ActorKind
    name: LocalizedText
    aliases: list[str]
    """Other names that articles use, as they stand."""
    description: LocalizedText | None
    roles: list[LocalizedText]
    """Offices and functions, as articles state them."""
    affiliations: list[ActorRef]
    """The actors it belongs to, as articles state them."""
    wikidata: str | None
    """Wikidata item id (Q…); null unless certain."""
    counts: ActorCounts

class ActorCounts(TypedDict):
    """How often articles have the actor."""

    articles: int
    """Articles that name it."""
    quotes: int
    """Quotes that refer to it."""
    events: int
    """Events that refer to it."""
    statistics: int
    """Statistics that refer to it."""
    mentions: int
    """Mentions by name."""

class ActorEntry(TypedDict):
    """An actor, in a bundle."""

    id: Id
    kind: ActorKind
    name: LocalizedText
    aliases: NotRequired[list[str]]
    description: NotRequired[LocalizedText | None]
    roles: NotRequired[list[LocalizedText]]
    affiliations: NotRequired[list[str]]
    """The actors it belongs to, as the article states them."""
    wikidata: NotRequired[str | None]
    mentions: list[MentionEntry]
    """Where the article states it, in the order of the text."""

ActorFacet: TypeAlias = Literal["kind", "affiliation", "wikidata"]
"""A field whose values can be counted."""

ActorKind: TypeAlias = Literal["person", "country", "government", "organization", "media", "group"]
"""`person`; `country` (a state as a whole); `government` (a government, ministry or office); `organization`; `media`; `group` (a set of people or actors without a body of its own)."""

class ActorPage(TypedDict):
    """A page of a list."""

    data: list[Actor]
    """The items."""
    page: PageInfo
    facets: Facets | None

class ActorRef(TypedDict):
    """An actor, as the article at hand names it."""

    id: Id
    kind: ActorKind
    name: LocalizedText

ActorSort: TypeAlias = Literal["name", "id"]
"""What to order by; ties are broken by id."""

class Article(TypedDict):
    """An article that facts were taken from. The title is descriptive, in our own words. The text itself is not stored."""

    id: Id
    language: str
    """Language tag (BCP 47)."""
    title: LocalizedText
    description: LocalizedText | None
    source: ArticleSource
    text: TextFingerprint
    counts: ArticleCounts
    modified: str
    """When its bundle was last put and changed (UTC)."""
    revision: int
    """The revision that this made: see `/v1/changes`."""

class ArticleCounts(TypedDict):
    """How many facts the article states."""

    quotes: int
    """Quotes in the article."""
    actors: int
    """Actors in the article."""
    places: int
    """Places in the article."""
    events: int
    """Events in the article."""
    statistics: int
    """Statistics in the article."""
    mentions: int
    """Mentions in the article."""

class ArticleEntry(TypedDict):
    """An article, in a bundle."""

    id: Id
    language: str
    title: LocalizedText
    description: NotRequired[LocalizedText | None]
    source: NotRequired[ArticleSourceEntry]
    text: NotRequired[TextFingerprint]

ArticleFacet: TypeAlias = Literal["language", "publisher"]
"""A field whose values can be counted."""

class ArticlePage(TypedDict):
    """A page of a list."""

    data: list[Article]
    """The items."""
    page: PageInfo
    facets: Facets | None

ArticleSort: TypeAlias = Literal["id", "title", "published"]
"""What to order by; ties are broken by id."""

class ArticleSource(TypedDict):
    """Where the article comes from; null is unknown."""

    headline: str | None
    """The headline as published."""
    byline: str | None
    """Who wrote it, as published."""
    publisher: str | None
    """Who published it."""
    published: str | None
    """When it was published, as far as it is known: a date (EDTF, like `1884` or `2024-05-14`) or an instant (RFC 3339)."""
    url: str | None
    """Where it was published: an http or https address, as browsers show it (an IRI)."""

class ArticleSourceEntry(TypedDict):
    """Where the article comes from, in a bundle; what is left out is unknown."""

    headline: NotRequired[str | None]
    byline: NotRequired[str | None]
    publisher: NotRequired[str | None]
    published: NotRequired[str | None]
    url: NotRequired[str | None]

Bundle = TypedDict(
    "Bundle",
    {
        "$schema": NotRequired["str"],
        "article": "ArticleEntry",
        "articleText": NotRequired["str"],
        "quotes": NotRequired["list[QuoteEntry]"],
        "actors": NotRequired["list[ActorEntry]"],
        "places": NotRequired["list[PlaceEntry]"],
        "events": NotRequired["list[EventEntry]"],
        "statistics": NotRequired["list[StatisticEntry]"],
    },
)
"""One article with all the facts that it states. Fields that are null or empty may be left out."""

class Change(TypedDict):
    """Something that was written."""

    revision: int
    """Counts up with every change."""
    kind: ChangeKind
    article: Id
    time: str
    """When it was written (UTC)."""
    author: str | None
    """Name of the API key; null of the command line and of articles that come along."""
    digest: str | None
    """What the `ETag` of the article’s bundle has in it as of this page; null if it is gone."""

ChangeKind: TypeAlias = Literal["put", "delete"]
"""`put`: the bundle is new or another; `delete`: it is gone, with all its facts."""

class ChangePage(TypedDict):
    """A page of changes, in the order of their revisions."""

    data: list[Change]
    """The changes."""
    page: PageInfo
    facets: Facets | None
    resume: str
    """The cursor to ask with later for what comes after this page, even if it is the last."""

Comparator: TypeAlias = Literal["eq", "approx", "gt", "gte", "lt", "lte", "range"]
"""`eq`: exactly; `approx`: about; `gt`: more than; `gte`: at least; `lt`: less than; `lte`: at most; `range`: from `value` to `upper`."""

class Connection(TypedDict):
    """Another actor, and how often the two meet."""

    actor: ActorRef
    total: int
    """Events and quotes in which they meet."""
    events: int
    """Events that both take part in."""
    quotes: int
    """Quotes that both are speakers of."""
    roles: list[ConnectionRoles]
    """The roles of both in these events, the most frequent first."""

class ConnectionPage(TypedDict):
    """A page of a list."""

    data: list[Connection]
    """The items."""
    page: PageInfo
    facets: Facets | None

class ConnectionRoles(TypedDict):
    """As what two actors meet in events."""

    own: ParticipantRole
    other: ParticipantRole
    events: int
    """Events in which they meet so."""

CountMode: TypeAlias = Literal["exact"]
"""`exact`: how many items all pages have together."""

DatedType: TypeAlias = Literal["quote", "event", "statistic"]
"""The types of facts that have a date."""

ErrorDetail = TypedDict(
    "ErrorDetail",
    {
        "in": "ErrorLocation",
        "name": "str",
        "detail": "str",
    },
)
"""One fault of a request."""

ErrorLocation: TypeAlias = Literal["path", "query", "header", "body"]
"""The part of the request that is at fault."""

class Event(TypedDict):
    """Something that happened, happens or is expected to."""

    id: Id
    article: Id
    kind: EventKind
    status: EventStatus
    polarity: Polarity
    title: LocalizedText
    description: LocalizedText | None
    date: Period | None
    place: PlaceRef | None
    participants: list[Participant]
    partOf: EventRef | None
    mentions: list[Mention]
    """Where the article states it, in the order of the text."""

class EventEntry(TypedDict):
    """An event, in a bundle."""

    id: Id
    kind: EventKind
    status: EventStatus
    polarity: NotRequired[Polarity]
    title: LocalizedText
    description: NotRequired[LocalizedText | None]
    date: NotRequired[PeriodEntry | None]
    place: NotRequired[str | None]
    """Id of the place."""
    participants: NotRequired[list[ParticipantEntry]]
    partOf: NotRequired[str | None]
    """Id of the event that it is a part of."""
    mentions: list[MentionEntry]

EventFacet: TypeAlias = Literal[
    "article",
    "kind",
    "status",
    "polarity",
    "participant",
    "place",
    "partOf",
]
"""A field whose values can be counted."""

EventKind: TypeAlias = Literal[
    "visit",
    "meeting",
    "summit",
    "ceremony",
    "exhibition",
    "competition",
    "statement",
    "agreement",
    "appeal",
    "pledge",
    "conflict",
    "attack",
    "sanction",
    "economic",
    "relations",
    "initiative",
    "anniversary",
    "disaster",
    "accident",
    "crime",
    "justice",
    "election",
    "protest",
    "birth",
    "marriage",
    "death",
    "appointment",
    "resignation",
    "legislation",
    "business",
    "labour",
    "transport",
    "migration",
    "health",
    "science",
    "technology",
    "education",
    "environment",
    "weather",
    "culture",
    "religion",
    "sport",
    "society",
    "lifestyle",
    "other",
]
"""`visit`; `meeting` (talks included); `summit`; `ceremony` (openings, galas, signings); `exhibition`; `competition` (sport); `statement` (anything said or published); `agreement`; `appeal` (a demand or request); `pledge`; `conflict` (war, fighting); `attack` (one act of violence); `sanction`; `economic` (trade, payments, finance); `relations` (a relation between actors as it stands or grows); `initiative` (a programme or project); `anniversary`; `disaster` (natural or not); `accident`; `crime`; `justice` (arrests, charges, trials, sentences, pardons); `election`; `protest` (strikes included); `birth`; `marriage` (divorce included); `death`; `appointment` (hiring, nomination, taking office); `resignation` (dismissal and leaving office included); `legislation` (laws, votes of a parliament, rulings of an authority); `business` (founding, merging, buying, insolvency); `labour` (work and employment); `transport` (movement of people and goods); `migration`; `health` (illness, injury, medicine); `science`; `technology`; `education`; `environment`; `weather`; `culture` (arts, media, entertainment); `religion`; `sport` (what is no single competition); `society`; `lifestyle` (leisure); `other`."""

class EventPage(TypedDict):
    """A page of a list."""

    data: list[Event]
    """The items."""
    page: PageInfo
    facets: Facets | None

class EventRef(TypedDict):
    """An event; its name is the title."""

    id: Id
    kind: EventKind
    name: LocalizedText

EventSort: TypeAlias = Literal["position", "date", "title", "id"]
"""What to order by; ties are broken by id."""

EventStatus: TypeAlias = Literal["occurred", "ongoing", "expected", "recurring", "alleged", "cancelled"]
"""As the article has it: `occurred`; `ongoing`; `expected` (announced, even if past today); `recurring`; `alleged` (somebody says so, and the article leaves open whether it is true); `cancelled` (announced before, and called off)."""

class FacetCount(TypedDict):
    """A value, and how many items have it."""

    value: str
    """The value, as the filter takes it."""
    count: int
    """How many items have it."""

Facets: TypeAlias = "dict[str, list[FacetCount]]"
"""Field → its values with their counts; null unless asked for."""

class FactMention(TypedDict):
    """A mention, with the fact that it anchors."""

    article: Id
    start: int
    """Offset of the first character, in Unicode code points, 0-based."""
    end: int
    """Offset behind the last character, in Unicode code points (end-exclusive)."""
    exact: str
    """The characters between, verbatim."""
    role: MentionRole
    continues: bool
    """Whether it goes on with what the mention of its role before it began: behind “she said”, or in the next paragraph."""
    factType: FactType
    fact: Id

FactMentionFacet: TypeAlias = Literal["article", "exact", "role", "factType", "fact"]
"""A field whose values can be counted."""

class FactMentionPage(TypedDict):
    """A page of a list."""

    data: list[FactMention]
    """The items."""
    page: PageInfo
    facets: Facets | None

FactMentionSort: TypeAlias = Literal["position"]
"""What to order by; ties are broken by id."""

FactType: TypeAlias = Literal["quote", "actor", "place", "event", "statistic"]
"""The types of facts."""

class FingerprintComparison(TypedDict):
    """Whether it is the text of the article."""

    matches: bool
    """Whether both are the same."""
    expected: TextFingerprint
    found: TextFingerprint

class Highlight(TypedDict):
    """A stretch of a snippet that was looked for."""

    start: int
    """Offset in the snippet, in Unicode code points, 0-based."""
    end: int
    """Offset behind it."""

HitType: TypeAlias = Literal["quote", "actor", "place", "event", "statistic", "article"]
"""What a search finds: facts of each type, and articles."""

Id: TypeAlias = "str"
"""An id: a slug, stable for ever."""

Interval: TypeAlias = Literal["day", "month", "year"]
"""A stretch of the calendar."""

class IntervalCount(TypedDict):
    """An interval, and how much lies in it."""

    period: str
    """The interval: `2024`, `2024-05` or `2024-05-16`."""
    earliest: str
    """Its first day, written as those of `Period`; within `from` and `to`."""
    latest: str
    """Its last day."""
    count: int
    """How many facts may lie in it."""

LinkedData = TypedDict(
    "LinkedData",
    {
        "@context": "list[str]",
        "@graph": "list[LinkedNode]",
    },
)
"""An article in JSON-LD 1.1."""

LinkedNode: TypeAlias = "dict[str, Any]"
"""A thing or an annotation, by these contexts."""

LocalizedText: TypeAlias = "dict[str, str]"
"""A text in several languages: language tag (BCP 47) → text. That in the language of the article is always there."""

class Mention(TypedDict):
    """Where the article states a fact."""

    start: int
    """Offset of the first character, in Unicode code points, 0-based."""
    end: int
    """Offset behind the last character, in Unicode code points (end-exclusive)."""
    exact: str
    """The characters between, verbatim."""
    role: MentionRole
    continues: bool
    """Whether it goes on with what the mention of its role before it began: behind “she said”, or in the next paragraph."""

class MentionEntry(TypedDict):
    """A mention, in a bundle. Where the text is at hand, its words are enough: the position is found."""

    start: NotRequired[int]
    end: NotRequired[int]
    exact: str
    role: NotRequired[MentionRole]
    continues: NotRequired[bool]
    prefix: NotRequired[str]
    """Words right before it, to tell it from others like it."""
    suffix: NotRequired[str]
    """Words right behind it."""
    occurrence: NotRequired[int]
    """Which one it is of the places where its words stand, counted from 1."""

class MentionMismatch(TypedDict):
    """A mention that the text doesn’t bear out."""

    mention: FactMention
    found: str | None
    """What stands in its place, as far as that can be told."""

MentionRole: TypeAlias = Literal["content", "cue", "source"]
"""`content`: the words that state the fact; of a quote also `cue`: the words that attribute it (“said”), and `source`: the words that name who says it."""

class MovedMention(TypedDict):
    """A mention whose words stand elsewhere, or otherwise."""

    mention: FactMention
    at: TextPlace
    difference: TextDifference

class Notice(TypedDict):
    """What is right in a bundle, but looks wrong."""

    kind: NoticeKind
    pointer: str
    """Where: a JSON pointer into the bundle."""
    detail: str
    """What looks wrong, with what it was compared with."""

NoticeKind: TypeAlias = Literal[
    "described-otherwise",
    "named-otherwise",
    "wikidata-elsewhere",
    "speaker-not-shown",
    "polarity-not-in-text",
    "mention-cut",
]
"""`described-otherwise`, `named-otherwise`: other articles describe the actor or place, or name the person, otherwise, so it may be another one; `wikidata-elsewhere`: another id has its Wikidata item; `speaker-not-shown`: no mention shows a word of the speaker’s name; `polarity-not-in-text`: a direct quote is denied or hypothetical, which its words can’t say; `mention-cut`: a mention begins or ends within a number, or an actor’s within a word."""

class PageInfo(TypedDict):
    """Where in the list the page is."""

    limit: int
    """How many items a page has at most."""
    next: str | None
    """The cursor of the next page; null on the last one."""
    total: int | None
    """How many items there are in all; null unless asked for."""
    complete: bool
    """False where counting took too long: `total` and `facets` lack what is not counted."""
    hint: str | None
    """Where an id that was asked for doesn’t exist: which one was meant, or how to look it up."""

class Participant(TypedDict):
    """Who took part in an event, and as what."""

    actor: ActorRef
    role: ParticipantRole

class ParticipantEntry(TypedDict):
    """A participant, in a bundle."""

    actor: str
    """Id of the actor."""
    role: ParticipantRole

ParticipantRole: TypeAlias = Literal[
    "agent",
    "target",
    "visitor",
    "host",
    "attendee",
    "counterpart",
    "signatory",
    "speaker",
    "addressee",
    "organizer",
    "beneficiary",
    "subject",
    "victim",
    "suspect",
    "perpetrator",
    "witness",
    "judge",
    "winner",
    "loser",
    "candidate",
    "employer",
    "employee",
    "owner",
    "instrument",
    "other",
]
"""`agent` (does it); `target` (it is done to, or against); `visitor`; `host`; `attendee`; `counterpart` (one of those who meet, agree or stand in a relation); `signatory`; `speaker` (says or publishes it); `addressee` (it is said to); `organizer`; `beneficiary`; `subject` (it is about); `victim`; `suspect` (also: accused); `perpetrator` (as the article itself calls it); `witness`; `judge` (decides: a court, a jury); `winner`; `loser`; `candidate`; `employer`; `employee`; `owner`; `instrument` (what it is done with); `other`."""

class Period(TypedDict):
    """A date or period, as far as it is known."""

    edtf: str | None
    """A date in EDTF (ISO 8601-2), level 0 to 2, like `2024-05`, `2024-21` (a spring), `2023-10?`, `1950/..`; null if it can’t be told."""
    earliest: str | None
    """First possible day (`2024-05-16`; of years before 0 or beyond 9999 `-000043-03-15`), wherever on earth it is; null if unknown or open."""
    latest: str | None
    """Last possible day, written alike; null if unknown or open."""
    basis: PeriodBasis | None
    expression: str | None
    """The words of the article, as they stand."""
    note: str | None
    """Why, where the date is inferred."""

PeriodBasis: TypeAlias = Literal["stated", "inferred"]
"""`stated`: the article gives the calendar value itself; `inferred`: a reader works it out."""

class PeriodEntry(TypedDict):
    """A date or period, as far as it is known."""

    edtf: NotRequired[str | None]
    basis: NotRequired[PeriodBasis | None]
    expression: NotRequired[str | None]
    note: NotRequired[str | None]

class Place(TypedDict):
    """A place. Shared by all articles."""

    id: Id
    kind: PlaceKind
    name: LocalizedText
    within: PlaceRef | None
    wikidata: str | None
    """Wikidata item id (Q…); null unless certain."""
    latitude: float | None
    """Degrees north (WGS 84)."""
    longitude: float | None
    """Degrees east (WGS 84)."""

class PlaceEntry(TypedDict):
    """A place, in a bundle."""

    id: Id
    kind: PlaceKind
    name: LocalizedText
    within: NotRequired[str | None]
    """Id of the place that it lies in."""
    wikidata: NotRequired[str | None]
    latitude: NotRequired[float | None]
    longitude: NotRequired[float | None]
    mentions: list[MentionEntry]
    """Where the article states it, in the order of the text."""

PlaceFacet: TypeAlias = Literal["kind", "within", "wikidata"]
"""A field whose values can be counted."""

PlaceKind: TypeAlias = Literal[
    "continent",
    "country",
    "region",
    "province",
    "district",
    "city",
    "village",
    "street",
    "venue",
    "river",
    "sea",
    "mountain",
    "other",
]
"""`continent`; `country`; `region` (a part of a country or of the world); `province`; `district`; `city`; `village`; `street`; `venue` (a building or ground); `river`; `sea`; `mountain`; `other`."""

class PlacePage(TypedDict):
    """A page of a list."""

    data: list[Place]
    """The items."""
    page: PageInfo
    facets: Facets | None

class PlaceRef(TypedDict):
    """A place, as the article at hand names it."""

    id: Id
    kind: PlaceKind
    name: LocalizedText

PlaceSort: TypeAlias = Literal["name", "id"]
"""What to order by; ties are broken by id."""

Polarity: TypeAlias = Literal["affirmed", "denied", "hypothetical"]
"""`affirmed`; `denied`: the article says that it was not said, or did not happen; `hypothetical`: that it may, would or might be. Texts and titles say it too."""

class Problem(TypedDict):
    """An error (RFC 9457)."""

    type: str
    """Path of a page that says what the error means and how to mend it."""
    title: str
    """The kind of error; always the same for one `type`."""
    status: int
    """HTTP status."""
    detail: str
    """What went wrong this time."""
    instance: str | None
    """Id of the request, as the server’s log has it (a URN)."""
    errors: list[ErrorDetail]
    """Every fault, where there are several or a place."""

class Quote(TypedDict):
    """Something that the article says somebody said."""

    id: Id
    article: Id
    kind: QuoteKind
    polarity: Polarity
    text: str
    """What was said, in the language of the quote."""
    verbatim: list[str]
    """Of a `mixed` quote, the words of its text that stand between quotation marks."""
    language: str
    """Language tag (BCP 47)."""
    translation: Translation | None
    speakers: list[ActorRef]
    """Only whom the article names as the source; empty in the narrator’s voice."""
    unnamedSpeaker: str | None
    """The words for a source without a name, as they stand: “a senior official”. It is no actor."""
    verb: str | None
    """The verb or phrase that attributes it, as it stands."""
    date: Period | None
    event: EventRef | None
    reportedIn: QuoteRef | None
    mentions: list[Mention]
    """Where the article states it, in the order of the text."""

class QuoteEntry(TypedDict):
    """A quote, in a bundle."""

    id: Id
    kind: QuoteKind
    polarity: NotRequired[Polarity]
    text: str
    verbatim: NotRequired[list[str]]
    language: NotRequired[str]
    translation: NotRequired[Translation | None]
    speakers: NotRequired[list[str]]
    unnamedSpeaker: NotRequired[str | None]
    verb: NotRequired[str | None]
    date: NotRequired[PeriodEntry | None]
    event: NotRequired[str | None]
    """Id of the event at which it was said."""
    reportedIn: NotRequired[str | None]
    """Id of the quote within which it is reported."""
    mentions: list[MentionEntry]

QuoteFacet: TypeAlias = Literal[
    "article",
    "kind",
    "polarity",
    "speaker",
    "event",
    "reportedIn",
    "language",
]
"""A field whose values can be counted."""

QuoteKind: TypeAlias = Literal["direct", "indirect", "mixed"]
"""`direct`: words between quotation marks, verbatim; `indirect`: a statement attributed to somebody, in our words; `mixed`: in our words, with words that stand between quotation marks (`verbatim`)."""

class QuotePage(TypedDict):
    """A page of a list."""

    data: list[Quote]
    """The items."""
    page: PageInfo
    facets: Facets | None

class QuoteRef(TypedDict):
    """Another quote of the article."""

    id: Id
    kind: QuoteKind
    text: str
    """What was said, in the language of the quote."""

QuoteSort: TypeAlias = Literal["position", "date", "id"]
"""What to order by; ties are broken by id."""

class Ranking(TypedDict):
    """How much of what was found is ranked."""

    considered: int
    """How many hits are ranked; the list ends with them."""
    complete: bool
    """False where more facts have these words: those that came last are ranked."""

class SearchHit(TypedDict):
    """A fact or article that has the words looked for."""

    type: HitType
    id: str
    """Its id."""
    article: str | None
    """Id of its article; null of what articles share."""
    title: LocalizedText
    snippet: Snippet
    score: float
    """How well it fits (BM25), within this answer: higher is better."""

SearchHitFacet: TypeAlias = Literal["type", "article"]
"""A field whose values can be counted."""

class SearchPage(TypedDict):
    """A page of hits, best first."""

    data: list[SearchHit]
    """The hits."""
    page: PageInfo
    facets: Facets | None
    """Counts by value among the ranked hits, of `article` without shared facts; null unless asked for."""
    ranking: Ranking

class Snippet(TypedDict):
    """Where a fact has the words that were looked for."""

    text: str
    """A stretch of the fact’s text; `…` where it was cut."""
    highlights: list[Highlight]
    """What was found in it, in order."""

SortOrder: TypeAlias = Literal["asc", "desc"]
"""`asc`: ascending; `desc`: descending. Texts order by code point; what has no value comes last either way."""

class Statistic(TypedDict):
    """A quantity that the article states."""

    id: Id
    article: Id
    label: LocalizedText
    value: float
    """The figure; the lower one of a range."""
    upper: float | None
    """The upper figure of a range, else null."""
    comparator: Comparator
    unit: Unit
    text: str
    """The words of the article, as they stand."""
    subject: list[ActorRef]
    """The actors that the figure is about."""
    event: EventRef | None
    source: ActorRef | None
    period: Period | None
    mentions: list[Mention]
    """Where the article states it, in the order of the text."""

class StatisticEntry(TypedDict):
    """A statistic, in a bundle."""

    id: Id
    label: LocalizedText
    value: float
    upper: NotRequired[float | None]
    comparator: NotRequired[Comparator]
    unit: Unit
    text: str
    subject: NotRequired[list[str]]
    event: NotRequired[str | None]
    """Id of the event that the figure belongs to."""
    source: NotRequired[str | None]
    """Id of the actor that the article attributes the figure to."""
    period: NotRequired[PeriodEntry | None]
    mentions: list[MentionEntry]

StatisticFacet: TypeAlias = Literal["article", "unit", "comparator", "subject", "source", "event"]
"""A field whose values can be counted."""

class StatisticPage(TypedDict):
    """A page of a list."""

    data: list[Statistic]
    """The items."""
    page: PageInfo
    facets: Facets | None

StatisticSort: TypeAlias = Literal["position", "value", "date", "id"]
"""What to order by; ties are broken by id."""

class StoredBundle(TypedDict):
    """What became of a bundle that was put."""

    article: Article
    notices: list[Notice]
    """What is right in it, but looks wrong: look at it again."""

TextDifference: TypeAlias = Literal["none", "typography"]
"""`typography`: marks, dashes, white space, Unicode form or the like."""

class TextFingerprint(TypedDict):
    """What the text is known by; whoever has the text can verify every mention."""

    sha256: str
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    length: int
    """Length in code points."""

class TextPlace(TypedDict):
    """A place in the text that was sent."""

    start: int
    """In code points."""
    end: int
    """Behind the last."""

TextRepair: TypeAlias = Literal[
    "removeByteOrderMark",
    "useLineFeeds",
    "normalize",
    "addFinalLineBreak",
    "removeFinalLineBreak",
]
"""They say what to do; `normalize`: to Unicode NFC."""

class Timeline(TypedDict):
    """How many facts may lie in each interval."""

    type: FactType
    interval: Interval
    data: list[IntervalCount]
    """The intervals in which something may lie, in order: the first 2,000."""
    undated: int
    """How many facts have no date."""
    complete: bool
    """False where later intervals are cut off (go on with `from`), or counting took too long."""
    hint: str | None
    """As in `PageInfo`."""

class Translation(TypedDict):
    """A translation of a quote."""

    language: str
    """Language tag (BCP 47)."""
    text: str
    """The translated text."""
    origin: TranslationOrigin

TranslationOrigin: TypeAlias = Literal["editorial", "source"]
"""`editorial`: made by the annotators of this data; `source`: published by the speaker or the article."""

class UndecidedMention(TypedDict):
    """A mention whose words may be others."""

    mention: FactMention
    places: list[TextPlace]
    """The first ten."""

class Unit(TypedDict):
    """What is counted or measured."""

    code: str
    """UCUM code where there is one (`%`, `a`, `wk`), else an own code: a singular English noun in kebab case (`country`, `calendar-year`); a currency by its ISO 4217 code (`IDR`)."""
    label: LocalizedText

class Verification(TypedDict):
    """How a text compares with an article’s mentions."""

    article: Id
    fingerprint: FingerprintComparison
    repairs: list[TextRepair]
    """What makes it exactly the article’s text, in this order."""
    matching: list[FactMention]
    """The same characters at their place."""
    moved: list[MovedMention]
    """The same words elsewhere, or in other typography."""
    undecided: list[UndecidedMention]
    """The same words, but the text doesn’t tell which."""
    mismatching: list[MentionMismatch]
    """Other words, or none."""

class VerificationRequest(TypedDict):
    """A text to verify."""

    text: str
    """Every character of it."""

class SearchFactsParams(TypedDict, total=False):
    q: Required[str]
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count."""
    type: HitType | Sequence[HitType]
    """Only of these types."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: SearchHitFacet | Sequence[SearchHitFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListArticlesParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    url: str
    """Only articles of this address, as browsers show it or percent-encoded."""
    publisher: str
    """Only of this publisher."""
    sha256: str
    """Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`."""
    from_: str
    """Only what may have been published on or after this day."""
    to: str
    """Only what may have been published on or before this day."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ArticleSort
    """What the list is ordered by; `id` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: ArticleFacet | Sequence[ArticleFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListQuotesParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: QuoteKind | Sequence[QuoteKind]
    """Only of these kinds."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    speaker: Id | Sequence[Id]
    """Only by these actors."""
    event: Id | Sequence[Id]
    """Only said at these events."""
    unnamed: bool
    """Only quotes with (`true`) or without (`false`) a source that the article gives no name."""
    reportedIn: Id | Sequence[Id]
    """Only what is reported within these quotes."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: QuoteSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: QuoteFacet | Sequence[QuoteFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListActorsParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: ActorKind | Sequence[ActorKind]
    """Only of these kinds."""
    affiliation: Id | Sequence[Id]
    """Only who belongs to these actors."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ActorSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: ActorFacet | Sequence[ActorFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListPlacesParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: PlaceKind | Sequence[PlaceKind]
    """Only of these kinds."""
    within: Id | Sequence[Id]
    """Only directly within these places."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: PlaceSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: PlaceFacet | Sequence[PlaceFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListEventsParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: EventKind | Sequence[EventKind]
    """Only of these kinds."""
    status: EventStatus | Sequence[EventStatus]
    """Only of this status."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    participant: Id | Sequence[Id]
    """Only with these actors among the participants."""
    place: Id | Sequence[Id]
    """Only at these places."""
    partOf: Id | Sequence[Id]
    """Only parts of these events."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: EventSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: EventFacet | Sequence[EventFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListStatisticsParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    unit: str | Sequence[str]
    """Only in these units (codes)."""
    comparator: Comparator | Sequence[Comparator]
    """Only with these comparators."""
    subject: Id | Sequence[Id]
    """Only about these actors."""
    source: Id | Sequence[Id]
    """Only attributed to these actors."""
    event: Id | Sequence[Id]
    """Only belonging to these events."""
    min: float
    """Only figures of at least this, in their own unit. For example `2000`."""
    max: float
    """Only figures of at most this, in their own unit. For example `2100`."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: StatisticSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: StatisticFacet | Sequence[StatisticFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListMentionsParams(TypedDict, total=False):
    article: Id | Sequence[Id]
    """Only of these articles."""
    start: int
    """Only mentions that end behind this offset (code points). For example `0`."""
    end: int
    """Only mentions that start before this offset (code points). For example `2000`."""
    exact: str
    """Only these words, verbatim. For example `invasi`."""
    role: MentionRole | Sequence[MentionRole]
    """Only in these roles."""
    factType: FactType | Sequence[FactType]
    """Only of facts of these types."""
    fact: Id | Sequence[Id]
    """Only of the facts with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: FactMentionSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""
    facets: FactMentionFacet | Sequence[FactMentionFacet]
    """Fields whose values to count among all items: the 100 most frequent."""

class ListConnectionsParams(TypedDict, total=False):
    article: Id | Sequence[Id]
    """Only of these articles."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""

class ListTimelineParams(TypedDict, total=False):
    type: DatedType
    """Which facts to count; `event` unless given."""
    interval: Interval
    """How long each interval is; `month` unless given."""
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: str | Sequence[str]
    """As in the list of quotes and events."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    speaker: Id | Sequence[Id]
    """As in the list of quotes."""
    event: Id | Sequence[Id]
    """As in the list of quotes and statistics."""
    unnamed: bool
    """As in the list of quotes."""
    reportedIn: Id | Sequence[Id]
    """As in the list of quotes."""
    language: str | Sequence[str]
    """As in the list of quotes."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    status: EventStatus | Sequence[EventStatus]
    """Only of this status."""
    participant: Id | Sequence[Id]
    """Only with these actors among the participants."""
    place: Id | Sequence[Id]
    """Only at these places."""
    partOf: Id | Sequence[Id]
    """Only parts of these events."""
    unit: str | Sequence[str]
    """As in the list of statistics."""
    comparator: Comparator | Sequence[Comparator]
    """As in the list of statistics."""
    subject: Id | Sequence[Id]
    """As in the list of statistics."""
    source: Id | Sequence[Id]
    """As in the list of statistics."""
    min: float
    """As in the list of statistics."""
    max: float
    """As in the list of statistics."""

class ListChangesParams(TypedDict, total=False):
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    count: CountMode
    """Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""

class GetChangesFeedParams(TypedDict, total=False):
    limit: int
    """How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells."""
    cursor: str
    """Where to go on: `page.next` of the page before, with the same filters and order."""

class ExportArticlesCsvParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    url: str
    """Only articles of this address, as browsers show it or percent-encoded."""
    publisher: str
    """Only of this publisher."""
    sha256: str
    """Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`."""
    from_: str
    """Only what may have been published on or after this day."""
    to: str
    """Only what may have been published on or before this day."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ArticleSort
    """What the list is ordered by; `id` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportArticlesNdjsonParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    url: str
    """Only articles of this address, as browsers show it or percent-encoded."""
    publisher: str
    """Only of this publisher."""
    sha256: str
    """Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`."""
    from_: str
    """Only what may have been published on or after this day."""
    to: str
    """Only what may have been published on or before this day."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ArticleSort
    """What the list is ordered by; `id` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportArticlesXlsxParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    url: str
    """Only articles of this address, as browsers show it or percent-encoded."""
    publisher: str
    """Only of this publisher."""
    sha256: str
    """Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`."""
    from_: str
    """Only what may have been published on or after this day."""
    to: str
    """Only what may have been published on or before this day."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ArticleSort
    """What the list is ordered by; `id` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportQuotesCsvParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: QuoteKind | Sequence[QuoteKind]
    """Only of these kinds."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    speaker: Id | Sequence[Id]
    """Only by these actors."""
    event: Id | Sequence[Id]
    """Only said at these events."""
    unnamed: bool
    """Only quotes with (`true`) or without (`false`) a source that the article gives no name."""
    reportedIn: Id | Sequence[Id]
    """Only what is reported within these quotes."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: QuoteSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportQuotesNdjsonParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: QuoteKind | Sequence[QuoteKind]
    """Only of these kinds."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    speaker: Id | Sequence[Id]
    """Only by these actors."""
    event: Id | Sequence[Id]
    """Only said at these events."""
    unnamed: bool
    """Only quotes with (`true`) or without (`false`) a source that the article gives no name."""
    reportedIn: Id | Sequence[Id]
    """Only what is reported within these quotes."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: QuoteSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportQuotesXlsxParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: QuoteKind | Sequence[QuoteKind]
    """Only of these kinds."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    speaker: Id | Sequence[Id]
    """Only by these actors."""
    event: Id | Sequence[Id]
    """Only said at these events."""
    unnamed: bool
    """Only quotes with (`true`) or without (`false`) a source that the article gives no name."""
    reportedIn: Id | Sequence[Id]
    """Only what is reported within these quotes."""
    language: str | Sequence[str]
    """Only in these languages (BCP 47)."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: QuoteSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportActorsCsvParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: ActorKind | Sequence[ActorKind]
    """Only of these kinds."""
    affiliation: Id | Sequence[Id]
    """Only who belongs to these actors."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ActorSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportActorsNdjsonParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: ActorKind | Sequence[ActorKind]
    """Only of these kinds."""
    affiliation: Id | Sequence[Id]
    """Only who belongs to these actors."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ActorSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportActorsXlsxParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: ActorKind | Sequence[ActorKind]
    """Only of these kinds."""
    affiliation: Id | Sequence[Id]
    """Only who belongs to these actors."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: ActorSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportPlacesCsvParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: PlaceKind | Sequence[PlaceKind]
    """Only of these kinds."""
    within: Id | Sequence[Id]
    """Only directly within these places."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: PlaceSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportPlacesNdjsonParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: PlaceKind | Sequence[PlaceKind]
    """Only of these kinds."""
    within: Id | Sequence[Id]
    """Only directly within these places."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: PlaceSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportPlacesXlsxParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: PlaceKind | Sequence[PlaceKind]
    """Only of these kinds."""
    within: Id | Sequence[Id]
    """Only directly within these places."""
    wikidata: str | Sequence[str]
    """Only with these Wikidata ids."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: PlaceSort
    """What the list is ordered by; `name` unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportEventsCsvParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: EventKind | Sequence[EventKind]
    """Only of these kinds."""
    status: EventStatus | Sequence[EventStatus]
    """Only of this status."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    participant: Id | Sequence[Id]
    """Only with these actors among the participants."""
    place: Id | Sequence[Id]
    """Only at these places."""
    partOf: Id | Sequence[Id]
    """Only parts of these events."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: EventSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportEventsNdjsonParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: EventKind | Sequence[EventKind]
    """Only of these kinds."""
    status: EventStatus | Sequence[EventStatus]
    """Only of this status."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    participant: Id | Sequence[Id]
    """Only with these actors among the participants."""
    place: Id | Sequence[Id]
    """Only at these places."""
    partOf: Id | Sequence[Id]
    """Only parts of these events."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: EventSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportEventsXlsxParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    kind: EventKind | Sequence[EventKind]
    """Only of these kinds."""
    status: EventStatus | Sequence[EventStatus]
    """Only of this status."""
    polarity: Polarity | Sequence[Polarity]
    """Only of this polarity."""
    participant: Id | Sequence[Id]
    """Only with these actors among the participants."""
    place: Id | Sequence[Id]
    """Only at these places."""
    partOf: Id | Sequence[Id]
    """Only parts of these events."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: EventSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportStatisticsCsvParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    unit: str | Sequence[str]
    """Only in these units (codes)."""
    comparator: Comparator | Sequence[Comparator]
    """Only with these comparators."""
    subject: Id | Sequence[Id]
    """Only about these actors."""
    source: Id | Sequence[Id]
    """Only attributed to these actors."""
    event: Id | Sequence[Id]
    """Only belonging to these events."""
    min: float
    """Only figures of at least this, in their own unit. For example `2000`."""
    max: float
    """Only figures of at most this, in their own unit. For example `2100`."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: StatisticSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportStatisticsNdjsonParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    unit: str | Sequence[str]
    """Only in these units (codes)."""
    comparator: Comparator | Sequence[Comparator]
    """Only with these comparators."""
    subject: Id | Sequence[Id]
    """Only about these actors."""
    source: Id | Sequence[Id]
    """Only attributed to these actors."""
    event: Id | Sequence[Id]
    """Only belonging to these events."""
    min: float
    """Only figures of at least this, in their own unit. For example `2000`."""
    max: float
    """Only figures of at most this, in their own unit. For example `2100`."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: StatisticSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportStatisticsXlsxParams(TypedDict, total=False):
    q: str
    """Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`."""
    article: Id | Sequence[Id]
    """Only of these articles."""
    unit: str | Sequence[str]
    """Only in these units (codes)."""
    comparator: Comparator | Sequence[Comparator]
    """Only with these comparators."""
    subject: Id | Sequence[Id]
    """Only about these actors."""
    source: Id | Sequence[Id]
    """Only attributed to these actors."""
    event: Id | Sequence[Id]
    """Only belonging to these events."""
    min: float
    """Only figures of at least this, in their own unit. For example `2000`."""
    max: float
    """Only figures of at most this, in their own unit. For example `2100`."""
    from_: str
    """Only what may lie on or after this day. For example `2022-01-01`."""
    to: str
    """Only what may lie on or before this day. For example `2025-12-31`."""
    id: Id | Sequence[Id]
    """Only the items with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: StatisticSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportMentionsCsvParams(TypedDict, total=False):
    article: Id | Sequence[Id]
    """Only of these articles."""
    start: int
    """Only mentions that end behind this offset (code points). For example `0`."""
    end: int
    """Only mentions that start before this offset (code points). For example `2000`."""
    exact: str
    """Only these words, verbatim. For example `invasi`."""
    role: MentionRole | Sequence[MentionRole]
    """Only in these roles."""
    factType: FactType | Sequence[FactType]
    """Only of facts of these types."""
    fact: Id | Sequence[Id]
    """Only of the facts with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: FactMentionSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
    bom: bool
    """Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given."""

class ExportMentionsNdjsonParams(TypedDict, total=False):
    article: Id | Sequence[Id]
    """Only of these articles."""
    start: int
    """Only mentions that end behind this offset (code points). For example `0`."""
    end: int
    """Only mentions that start before this offset (code points). For example `2000`."""
    exact: str
    """Only these words, verbatim. For example `invasi`."""
    role: MentionRole | Sequence[MentionRole]
    """Only in these roles."""
    factType: FactType | Sequence[FactType]
    """Only of facts of these types."""
    fact: Id | Sequence[Id]
    """Only of the facts with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: FactMentionSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""

class ExportMentionsXlsxParams(TypedDict, total=False):
    article: Id | Sequence[Id]
    """Only of these articles."""
    start: int
    """Only mentions that end behind this offset (code points). For example `0`."""
    end: int
    """Only mentions that start before this offset (code points). For example `2000`."""
    exact: str
    """Only these words, verbatim. For example `invasi`."""
    role: MentionRole | Sequence[MentionRole]
    """Only in these roles."""
    factType: FactType | Sequence[FactType]
    """Only of facts of these types."""
    fact: Id | Sequence[Id]
    """Only of the facts with these ids."""
    not_: str | Sequence[str]
    """Leaves out what this filter would find, as `field:value`."""
    sort: FactMentionSort
    """What the list is ordered by; `position`, as the texts have it, unless given."""
    order: SortOrder
    """Direction of the order; `asc` unless given."""
