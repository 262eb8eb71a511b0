"""Every journey through the window is watched: nothing in the process so much as makes a socket."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def sockets() -> list[str]:
    """What is done with sockets from here on, for good: a watch once set cannot be taken away."""
    seen: list[str] = []

    def watch(event: str, _arguments: object) -> None:
        # A computer's own name is read from the system, not from a network.
        if event.startswith("socket.") and event != "socket.gethostname":
            seen.append(event)

    sys.addaudithook(watch)
    return seen


@pytest.fixture(autouse=True)
def no_socket(sockets: list[str]) -> Iterator[None]:
    """Whatever the test does."""
    sockets.clear()
    yield
    assert sockets == []
