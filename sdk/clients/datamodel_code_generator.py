import json
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping

from client.models import (
    Event,
    EventPage,
    EventStatus,
    Problem,
    QuoteKind,
    QuotePage,
    SearchPage,
    Statistic,
)
from pydantic import BaseModel


def get(path: str, query: Mapping[str, object] | None = None) -> bytes:
    encoded = urllib.parse.urlencode(query or {}, doseq=True)
    with urllib.request.urlopen(f"{os.environ['ADDRESS']}{path}?{encoded}") as answer:
        content: bytes = answer.read()
    return content


def dump(model: BaseModel) -> dict[str, object]:
    return model.model_dump(mode="json", by_alias=True)


quotes = QuotePage.model_validate_json(
    get(
        "/v1/quotes",
        {
            "kind": [QuoteKind.DIRECT, QuoteKind.INDIRECT],
            "speaker": ["china", "xi-jinping"],
        },
    )
)

page = EventPage.model_validate_json(get("/v1/events", {"limit": 20}))
walked = [event.id for event in page.data]
while page.page.next is not None:
    page = EventPage.model_validate_json(
        get("/v1/events", {"limit": 20, "cursor": page.page.next})
    )
    walked += [event.id for event in page.data]

event = Event.model_validate_json(get("/v1/events/putin-harbin-visit-2024"))
statistic = Statistic.model_validate_json(
    get("/v1/statistics/share-of-china-russia-settlements-suspended-march-2024")
)
assert statistic.period is not None
earliest: str | None = statistic.period.earliest
assert earliest is not None
try:
    get("/v1/quotes/no-such-quote")
except urllib.error.HTTPError as error:
    problem = Problem.model_validate_json(error.read())
hits = SearchPage.model_validate_json(
    get("/v1/search", {"q": "harbin", "type": ["event", "place"], "limit": 5})
)
csv = get("/v1/exports/quotes.csv", {"kind": [QuoteKind.DIRECT]}).decode()
ndjson = get("/v1/exports/quotes.ndjson", {"kind": [QuoteKind.DIRECT]}).decode()


def lost(it: Event) -> object:
    return it.date.earliest  # type: ignore[union-attr]


print(
    json.dumps(
        {
            "quotes": [dump(quote) for quote in quotes.data],
            "walked": walked,
            "event": dump(event),
            "isExpected": event.status is EventStatus.EXPECTED,
            "hasDate": event.date is not None,
            "statistic": dump(statistic),
            "earliest": earliest,
            "problem": {
                key: value for key, value in dump(problem).items() if key != "instance"
            },
            "hits": [dump(hit) for hit in hits.data],
            "csv": csv,
            "ndjson": ndjson,
        }
    )
)
