import json
import os
from typing import Any

from client import (
    ApiClient,
    Configuration,
    Event,
    EventsApi,
    EventStatus,
    ExportsApi,
    HitType,
    Problem,
    QuoteKind,
    QuotesApi,
    SearchApi,
    StatisticsApi,
)
from client.exceptions import NotFoundException
from pydantic import BaseModel


def dump(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True)


api = ApiClient(Configuration(host=os.environ["ADDRESS"]))
events = EventsApi(api)
quotes_api = QuotesApi(api)

quotes = quotes_api.list_quotes(
    kind=[QuoteKind.DIRECT, QuoteKind.INDIRECT], speaker=["china", "xi-jinping"]
)

page = events.list_events(limit=20)
walked = [event.id for event in page.data]
while page.page.next is not None:
    page = events.list_events(limit=20, cursor=page.page.next)
    walked += [event.id for event in page.data]

event = events.get_event("putin-harbin-visit-2024")
statistic = StatisticsApi(api).get_statistic(
    "share-of-china-russia-settlements-suspended-march-2024"
)
assert statistic.period is not None
earliest: str | None = statistic.period.earliest
assert earliest is not None
try:
    quotes_api.get_quote("no-such-quote")
except NotFoundException as error:
    assert isinstance(error.data, Problem)
    problem = error.data
hits = SearchApi(api).search_facts(
    q="harbin", type=[HitType.EVENT, HitType.PLACE], limit=5
)
csv = ExportsApi(api).export_quotes_csv(kind=[QuoteKind.DIRECT])
ndjson = ExportsApi(api).export_quotes_ndjson(kind=[QuoteKind.DIRECT])
assert isinstance(csv, bytes | bytearray) and isinstance(ndjson, bytes | bytearray)


def lost(it: Event) -> object:
    return it.var_date.earliest  # type: ignore[union-attr]


print(
    json.dumps(
        {
            "quotes": [dump(quote) for quote in quotes.data],
            "walked": walked,
            "event": dump(event),
            "isExpected": event.status is EventStatus.EXPECTED,
            "hasDate": event.var_date is not None,
            "statistic": dump(statistic),
            "earliest": earliest,
            "problem": {
                key: value for key, value in dump(problem).items() if key != "instance"
            },
            "hits": [dump(hit) for hit in hits.data],
            "csv": csv.decode(),
            "ndjson": ndjson.decode(),
        }
    )
)
