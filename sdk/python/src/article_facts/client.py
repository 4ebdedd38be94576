from __future__ import annotations

import time
from collections.abc import Iterator
from types import TracebackType
from typing import NamedTuple

import httpx

from .operations import Operations
from .transport import Transport
from .types import Bundle, ChangePage, StoredBundle

BUNDLE = "/v1/articles/{article}/bundle"


class ReadBundle(NamedTuple):
    bundle: Bundle
    etag: str
    """What to put it back with, as `if_match`."""


class PutBundle(NamedTuple):
    stored: StoredBundle
    etag: str
    created: bool


class ArticleFacts(Operations):
    """
    A server of article-facts; every operation that reads is a method, named as in the OpenAPI document.

    Any of them raises ProblemError where the server answers with an error.
    """

    def __init__(
        self,
        base_url: str,
        *,
        key: str | None = None,
        http: httpx.Client | None = None,
        retries: int = 3,
        longest_wait: float = 60,
        keep: int = 8_000_000,
    ) -> None:
        """
        Args:
            base_url: where the server is, like `https://facts.example.org`.
            key: the API key; only writing takes one.
            http: with proxies, time limits (30 seconds unless given) and the like; its `base_url` is set.
            retries: how often a request is repeated after 429 or 503.
            longest_wait: the longest `Retry-After` that is waited for, in seconds; a longer one is raised.
            keep: how many bytes of answers are kept, to be used again while the server says that they hold.
        """
        http = httpx.Client(timeout=30) if http is None else http
        http.base_url = httpx.URL(base_url)
        self._transport = Transport(http, retries, longest_wait, keep)
        self._authorization = {} if key is None else {"authorization": f"Bearer {key}"}

    def __enter__(self) -> ArticleFacts:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._transport.http.close()

    def changes(
        self, resume: str | None = None, *, every: float = 5, limit: int | None = None
    ) -> Iterator[ChangePage]:
        """
        Pages of changes, without end: those there are, and new ones as they come.

        Keep `resume` with what you made of a page. A `cursor-gone` means that an older database was put back: drop
        what you have, and begin without `resume`.

        Args:
            resume: where to go on: that of the last page worked through; from the beginning unless given.
            every: how many seconds to wait where nothing is new.
            limit: how many changes a page has at most.
        """
        size = {} if limit is None else {"limit": limit}
        while True:
            place = {} if resume is None else {"cursor": resume}
            page: ChangePage = self._get("/v1/changes", {**size, **place})
            if page["data"]:
                yield page
            resume = page["resume"]
            if page["page"]["next"] is None:
                time.sleep(every)

    def get_bundle(self, article: str) -> ReadBundle:
        """An article with all its facts."""
        response = self._send("GET", BUNDLE, {"article": article})
        return ReadBundle(response.json(), response.headers["etag"])

    def put_bundle(
        self,
        article: str,
        bundle: Bundle,
        *,
        if_match: str | None = None,
        if_none_match: str | None = None,
    ) -> PutBundle:
        """
        Stores an article with all its facts, as a whole or not at all.

        Args:
            if_match: the `etag` of the bundle that was read; 412 where somebody has changed it since.
            if_none_match: `*`: 412 where it is there already.
        """
        given = {"if-match": if_match, "if-none-match": if_none_match}
        headers = {name: value for name, value in given.items() if value is not None}
        response = self._send(
            "PUT",
            BUNDLE,
            {"article": article},
            body=bundle,
            headers={**self._authorization, **headers},
        )
        return PutBundle(response.json(), response.headers["etag"], response.status_code == 201)

    def delete_bundle(self, article: str, *, if_match: str | None = None) -> None:
        """Takes an article away, with all its facts."""
        headers = {} if if_match is None else {"if-match": if_match}
        headers = {**self._authorization, **headers}
        self._send("DELETE", BUNDLE, {"article": article}, headers=headers)
