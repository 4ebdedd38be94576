"""A typed client of article-facts: what news articles say, as data."""

from . import types
from ._version import __version__
from .client import ArticleFacts, PutBundle, ReadBundle
from .problem import ProblemError
from .reader import Listing

__all__ = [
    "ArticleFacts",
    "Listing",
    "ProblemError",
    "PutBundle",
    "ReadBundle",
    "__version__",
    "types",
]
