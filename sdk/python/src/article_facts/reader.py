from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, cast
from urllib.parse import quote

import httpx

from .transport import Transport

Item = TypeVar("Item")
Page = TypeVar("Page")


class Listing(Generic[Item, Page]):
    """A list; to iterate over it asks for page after page."""

    def __init__(self, reader: Reader, path: str, params: Mapping[str, object]) -> None:
        self._reader = reader
        self._path = path
        self._params = params

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from cast("dict[str, list[Item]]", page)["data"]

    def pages(self) -> Iterator[Page]:
        """The pages themselves, with total, facets and hint."""
        params = dict(self._params)
        while True:
            page = self._reader._get(self._path, params)
            yield page
            if page["page"]["next"] is None:
                return
            params["cursor"] = page["page"]["next"]


class Reader:
    """What the operations have in common."""

    _transport: Transport

    def _send(
        self,
        method: str,
        path: str,
        params: Mapping[str, object],
        *,
        stream: bool = False,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """With what stands in the path put there, and the rest in the query."""
        query: dict[str, Any] = {}
        for name, value in params.items():
            if f"{{{name}}}" in path:
                path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
            else:
                query[name.removesuffix("_")] = value
        http = self._transport.http
        request = http.build_request(method, path, params=query, json=body, headers=headers)
        return self._transport.send(request, stream=stream)

    def _get(self, path: str, params: Mapping[str, object]) -> Any:
        return self._send("GET", path, params).json()

    def _post(self, path: str, params: Mapping[str, object], body: object) -> Any:
        return self._send("POST", path, params, body=body).json()

    def _list(self, path: str, params: Mapping[str, object]) -> Listing[Any, Any]:
        return Listing(self, path, params)

    def _stream(self, path: str, params: Mapping[str, object]) -> Iterator[bytes]:
        """As it comes; a break of the connection raises, so that what ends is whole."""
        response = self._send("GET", path, params, stream=True)
        try:
            yield from response.iter_bytes()
        finally:
            response.close()

    def _lines(self, path: str, params: Mapping[str, object]) -> Iterator[Any]:
        # Not `iter_lines` of httpx, which breaks lines at characters that may stand in a text.
        rest = b""
        for chunk in self._stream(path, params):
            *lines, rest = (rest + chunk).split(b"\n")
            yield from map(json.loads, lines)
