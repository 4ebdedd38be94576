from __future__ import annotations

import random
import re
import time
from collections import OrderedDict
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from threading import Lock

import httpx

from .problem import to_problem_error

REPEATABLE = {"GET", "HEAD", "PUT", "DELETE"}
"""What may be sent twice: POST may not."""


class Transport:
    """Asks again when told to, knows by their ETag the answers that haven't changed, raises the others."""

    def __init__(self, http: httpx.Client, retries: int, longest_wait: float, keep: int) -> None:
        self.http = http
        self._retries = retries
        self._longest_wait = longest_wait
        self._keep = keep
        self._kept: OrderedDict[str, httpx.Response] = OrderedDict()
        """The one used longest ago stands first."""
        self._size = 0
        self._lock = Lock()

    def send(self, request: httpx.Request, *, stream: bool = False) -> httpx.Response:
        """
        Raises:
            ProblemError: where the server answers with an error.
        """
        url = str(request.url)
        keeps = request.method == "GET" and not stream
        known = self._kept.get(url) if keeps else None
        if known is not None:
            request.headers["if-none-match"] = known.headers["etag"]
        response = self._send_repeatedly(request, stream)
        if response.status_code == 304 and known is not None:
            self._store(url, known)
            return known
        if not response.is_success:
            raise to_problem_error(response)
        is_json = re.search(r"[/+]json\b", response.headers.get("content-type", ""))
        if keeps and is_json and "etag" in response.headers:
            self._store(url, response)
        return response

    def _send_repeatedly(self, request: httpx.Request, stream: bool) -> httpx.Response:
        attempt = 0
        while True:
            response = self.http.send(request, stream=stream)
            is_last = attempt == self._retries or request.method not in REPEATABLE
            delay = None if is_last else delay_of(response, attempt)
            if delay is None or delay > self._longest_wait:
                return response
            response.close()
            time.sleep(delay)
            attempt += 1

    def _store(self, url: str, response: httpx.Response) -> None:
        with self._lock:
            self._drop(url)
            if len(response.content) > self._keep:
                return
            self._kept[url] = response
            self._size += len(response.content)
            while self._size > self._keep:
                self._drop(next(iter(self._kept)))

    def _drop(self, url: str) -> None:
        dropped = self._kept.pop(url, None)
        self._size -= 0 if dropped is None else len(dropped.content)


def delay_of(response: httpx.Response, attempt: int) -> float | None:
    """How many seconds to wait before asking again; None where that is of no use."""
    if response.status_code not in (429, 503):
        return None
    told: str | None = response.headers.get("retry-after")
    if told is None:
        # Twice as long each time, spread so that clients don't come together.
        return float(0.5 * 2**attempt * random.uniform(0.5, 1.5))
    if told.isdecimal():
        return float(told)
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(timezone.utc)).total_seconds())
