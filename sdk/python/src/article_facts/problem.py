from __future__ import annotations

import httpx

from .types import ErrorDetail, Problem, Slug


class ProblemError(Exception):
    """Raised wherever the server answers with an error (RFC 9457)."""

    type: str
    """Address of a page that says how to mend it; `about:blank` where something before it answered."""
    slug: Slug | str | None
    """The end of `type`: what to compare with."""
    status: int
    title: str
    detail: str
    """What went wrong this time."""
    errors: list[ErrorDetail]
    """Each fault: which parameter, header, or place in the body (a JSON pointer)."""
    request_id: str | None
    """As the server's log has it."""
    headers: httpx.Headers

    def __init__(self, problem: Problem, headers: httpx.Headers) -> None:
        super().__init__(f"{problem['status']} {problem['title']}: {problem['detail']}")
        self.type = problem["type"]
        is_ours = not self.type.startswith("about:")
        self.slug = self.type.rsplit("/", 1)[-1] if is_ours else None
        self.status = problem["status"]
        self.title = problem["title"]
        self.detail = problem["detail"]
        self.errors = problem["errors"]
        instance = problem["instance"]
        self.request_id = None if instance is None else instance.removeprefix("urn:uuid:")
        self.headers = headers


def to_problem_error(response: httpx.Response) -> ProblemError:
    response.read()
    if response.headers.get("content-type", "").startswith("application/problem+json"):
        return ProblemError(response.json(), response.headers)
    problem: Problem = {
        "type": "about:blank",
        "title": response.reason_phrase,
        "status": response.status_code,
        "detail": response.text[:500],
        "instance": None,
        "errors": [],
    }
    return ProblemError(problem, response.headers)
