import json
import os

from client import Client
from client.api.events import get_event, list_events
from client.api.exports import export_quotes_csv, export_quotes_ndjson
from client.api.quotes import get_quote, list_quotes
from client.api.search import search_facts
from client.api.statistics import get_statistic
from client.models import (
    Event,
    EventPage,
    EventStatus,
    HitType,
    Problem,
    QuoteKind,
    QuotePage,
    SearchPage,
    Statistic,
)
from client.types import File

client = Client(base_url=os.environ["ADDRESS"])

quotes = list_quotes.sync(
    client=client,
    kind=[QuoteKind.DIRECT, QuoteKind.INDIRECT],
    speaker=["china", "xi-jinping"],
)
assert isinstance(quotes, QuotePage)

page = list_events.sync(client=client, limit=20)
assert isinstance(page, EventPage)
walked = [event.id for event in page.data]
while page.page.next_ is not None:
    page = list_events.sync(client=client, limit=20, cursor=page.page.next_)
    assert isinstance(page, EventPage)
    walked += [event.id for event in page.data]

event = get_event.sync("putin-harbin-visit-2024", client=client)
assert isinstance(event, Event)
statistic = get_statistic.sync(
    "share-of-china-russia-settlements-suspended-march-2024", client=client
)
assert isinstance(statistic, Statistic)
assert statistic.period is not None
earliest: str | None = statistic.period.earliest
assert earliest is not None
problem = get_quote.sync("no-such-quote", client=client)
assert isinstance(problem, Problem)
hits = search_facts.sync(
    client=client, q="harbin", type_=[HitType.EVENT, HitType.PLACE], limit=5
)
assert isinstance(hits, SearchPage)
csv = export_quotes_csv.sync(client=client, kind=[QuoteKind.DIRECT])
ndjson = export_quotes_ndjson.sync(client=client, kind=[QuoteKind.DIRECT])
assert isinstance(csv, File) and isinstance(ndjson, File)


def lost(it: Event) -> object:
    return it.date.earliest  # type: ignore[union-attr]


print(
    json.dumps(
        {
            "quotes": [quote.to_dict() for quote in quotes.data],
            "walked": walked,
            "event": event.to_dict(),
            "isExpected": event.status is EventStatus.EXPECTED,
            "hasDate": event.date is not None,
            "statistic": statistic.to_dict(),
            "earliest": earliest,
            "problem": {
                key: value for key, value in problem.to_dict().items() if key != "instance"
            },
            "hits": [hit.to_dict() for hit in hits.data],
            "csv": csv.payload.read().decode(),
            "ndjson": ndjson.payload.read().decode(),
        }
    )
)
