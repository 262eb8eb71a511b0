import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csdesk import cli

SAMPLES = Path(__file__).parents[1] / "data" / "metrics"


@pytest.fixture
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Runs one command and gives its status and what it printed, as JSON where asked."""

    def run(*words: object) -> tuple[int, Any]:
        status = cli.run([str(word) for word in words])
        printed = capsys.readouterr()
        return status, json.loads(printed.out) if "--json" in words else printed.out + printed.err

    return run
