"""The client, as it is installed, on a server that stands at ADDRESS and takes the key KEY."""

from __future__ import annotations

import os
from collections.abc import Callable

import httpx
import pytest

from article_facts import ArticleFacts, ProblemError
from article_facts.types import Bundle, QuoteKind

ADDRESS = os.environ["ADDRESS"]
KEY = os.environ["KEY"]

BELLS: Bundle = {
    "article": {"id": "bells", "language": "en", "title": {"en": "Bells"}},
    "articleText": "The bells rang.",
    "events": [
        {
            "id": "bells-rang",
            "kind": "other",
            "status": "occurred",
            "title": {"en": "Bells"},
            "mentions": [{"exact": "bells rang"}],
        }
    ],
}


class AnsweringFirst(httpx.BaseTransport):
    """Gives these answers first, and from then on what the server answers; notes what comes to pass."""

    def __init__(self, *first: httpx.Response) -> None:
        self.first = list(first)
        self.seen: list[str] = []
        self.server = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self.first.pop(0) if self.first else self.server.handle_request(request)
        self.seen.append(f"{request.method} {response.status_code}")
        return response


def client(transport: httpx.BaseTransport | None = None, *, retries: int = 3, keep: int = 8_000_000) -> ArticleFacts:
    return ArticleFacts(ADDRESS, key=KEY, http=httpx.Client(transport=transport), retries=retries, keep=keep)


def told(status: int, after: str) -> httpx.Response:
    return httpx.Response(status, headers={"retry-after": after})


def test_a_list_goes_on_to_its_end() -> None:
    walked = [event["id"] for event in client().list_events(limit=7, not_="kind:visit")]
    plain = httpx.get(f"{ADDRESS}/v1/events?limit=100&not=kind:visit").json()["data"]
    assert len(plain) > 20
    assert walked == [event["id"] for event in plain]


def test_what_is_asked_for_is_put_into_the_path_and_the_query() -> None:
    met = {it["actor"]["id"] for it in client().list_connections("xi-jinping", limit=50)}
    assert "vladimir-putin" in met
    page = next(client().list_quotes(speaker="wang-wenbin", kind=["direct", "mixed"], count="exact").pages())
    assert page["page"]["total"] == 1


def test_an_id_is_not_taken_for_a_path() -> None:
    with pytest.raises(ProblemError) as raised:
        client().get_quote("../actors")
    assert raised.value.status in (400, 404)


def test_an_error_has_all_that_the_problem_says() -> None:
    with pytest.raises(ProblemError) as raised:
        next(client().list_quotes(language="?").pages())
    error = raised.value
    assert (error.slug, error.status) == ("invalid-parameter", 400)
    assert [(it["in"], it["name"]) for it in error.errors] == [("query", "language")]
    assert error.request_id is not None and len(error.request_id) == 36


def test_an_error_of_something_before_the_server_is_raised_too() -> None:
    with pytest.raises(ProblemError) as raised:
        client(AnsweringFirst(httpx.Response(502, text="<h1>Bad gateway</h1>"))).get_quote("x")
    assert (raised.value.slug, raised.value.detail) == (None, "<h1>Bad gateway</h1>")


def test_an_answer_is_used_again_as_long_as_the_server_says_that_it_holds() -> None:
    counting = AnsweringFirst()
    facts = client(counting)
    before = facts.get_actor("china")
    assert facts.get_actor("china") == before
    # What is done to one copy doesn't show in the next.
    before["aliases"].append("changed")
    assert "changed" not in facts.get_actor("china")["aliases"]
    assert counting.seen == ["GET 200", "GET 304", "GET 304"]


def test_no_more_is_kept_than_is_asked_for() -> None:
    counting = AnsweringFirst()
    facts = client(counting, keep=3000)
    for actor in ("china", "russia", "china"):
        facts.get_actor(actor)
    next(facts.list_events().pages())
    next(facts.list_events().pages())
    assert counting.seen == ["GET 200", "GET 200", "GET 304", "GET 200", "GET 200"]


def test_what_is_safe_to_repeat_is_asked_again_when_the_server_says_so() -> None:
    busy = AnsweringFirst(told(503, "0"), told(429, "Thu, 01 Jan 1970 00:00:00 GMT"))
    facts = client(busy)
    facts.put_bundle("bells", BELLS)
    facts.delete_bundle("bells")
    assert busy.seen == ["PUT 503", "PUT 429", "PUT 201", "DELETE 204"]


def test_what_is_not_is_asked_once_as_is_what_would_take_too_long() -> None:
    asks: list[Callable[[ArticleFacts], object]] = [
        lambda facts: facts.verify_text("putin-china-visit-2024", {"text": "x"}),
        lambda facts: facts.get_actor("china"),
        lambda facts: facts.get_actor("china"),
    ]
    once = AnsweringFirst(told(503, "0"), told(500, "0"), told(503, "61"))
    facts = client(once)
    for ask in asks:
        with pytest.raises(ProblemError):
            ask(facts)
    assert once.seen == ["POST 503", "GET 500", "GET 503"]


def test_it_gives_up_after_as_many_times_as_it_was_told() -> None:
    busy = AnsweringFirst(*(told(503, "0") for _ in range(3)))
    with pytest.raises(ProblemError):
        client(busy, retries=2).get_actor("china")
    assert len(busy.seen) == 3


def test_an_export_comes_as_it_is_or_item_by_item() -> None:
    facts = client()
    assert b"".join(facts.export_quotes_csv()) == httpx.get(f"{ADDRESS}/v1/exports/quotes.csv").content
    assert list(facts.export_quotes_ndjson()) == list(facts.list_quotes(limit=100))


def test_a_line_ends_where_the_server_ends_it() -> None:
    text = '{"id":"a","name":"one\u2028\u0085two"}\n{"id":"b"}\n'.encode()
    pieces = [text[at : at + 5] for at in range(0, len(text), 5)]
    broken = AnsweringFirst(httpx.Response(200, content=iter(pieces)))
    items = list(client(broken).export_places_ndjson())
    assert [it["id"] for it in items] == ["a", "b"]


def test_a_bundle_is_put_back_only_if_nobody_has_changed_it() -> None:
    facts = client()
    assert facts.put_bundle("bells", BELLS, if_none_match="*").created
    bundle, etag = facts.get_bundle("bells")
    bundle["article"]["title"] = {"en": "Bells again"}
    second = facts.put_bundle("bells", bundle, if_match=etag)
    for again in ({"if_match": etag}, {"if_none_match": "*"}):
        with pytest.raises(ProblemError) as raised:
            facts.put_bundle("bells", bundle, **again)
        assert raised.value.slug == "precondition-failed"
    facts.delete_bundle("bells", if_match=second.etag)
    with pytest.raises(ProblemError):
        facts.get_bundle("bells")


def test_changes_come_as_long_as_there_are_any_and_from_where_one_stopped() -> None:
    facts = client()
    changes = facts.changes(limit=1, every=0.01)
    first = next(changes)
    facts.put_bundle("bells", BELLS)
    facts.delete_bundle("bells")
    kinds = [change["kind"] for page in (next(changes), next(changes)) for change in page["data"]]
    assert len(kinds) == 2
    rest = next(facts.changes(first["resume"]))
    assert rest["data"][0]["revision"] == first["data"][0]["revision"] + 1


def test_a_cursor_of_another_database_is_refused() -> None:
    with pytest.raises(ProblemError) as raised:
        next(client().changes("nonsense"))
    assert raised.value.slug == "invalid-cursor"


def names_are_checked(facts: ArticleFacts) -> None:
    """Run by nobody: mypy says where one of these would pass."""
    kind: QuoteKind = "spoken"  # type: ignore[assignment]
    facts.list_quotes(kind=["spoken"])  # type: ignore[list-item]
    facts.list_quotes(speker="china")  # type: ignore[call-arg]
    facts.get_quote("x")["speaker"]  # type: ignore[typeddict-item]
    facts.get_event("x")["date"]["edtf"]  # type: ignore[index]
    print(kind)
