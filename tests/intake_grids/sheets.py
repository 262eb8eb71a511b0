"""The sheets of the folder, as their text files have them: a name, how the sheet is kept, its cells, what is right."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from csdesk.models.problems import Reason

_FOLDER = Path(__file__).parent / "sheets"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells parted by '|', and the lines that a book should hold after it: 'Acorn 2024-01..2024-03 100' (per
    month; open where nothing follows the dots), 'Acorn logins 2024-01 5', 'figure MRR 2024-01 100', 'cost Ads 2024-01
    10', 'account Acorn'. `told` is what must be said of it."""

    name: str
    text: str
    right: str = ""
    file: str = "sheet"
    sheet: str = "Sheet1"
    currency: str = "JPY"
    fiscal: int = 1
    lang: str = "en"
    told: Reason | None = None
    figures: bool = False
    """Whether it tells figures and costs of the business, which are not compared one by one."""
    more: dict[str, str] = field(default_factory=dict)
    """Further sheets of the workbook by name."""

    @property
    def wanted(self) -> list[str]:
        return sorted(line.strip() for line in self.right.splitlines() if line.strip())

    def cells(self, text: str = "") -> list[list[str]]:
        lines = (text or self.text).strip("\n").split("\n")
        return [[cell.strip() for cell in line.split("|")] if line.strip() else [] for line in lines]


def sheets() -> list[Sheet]:
    """All of them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.txt"))]
    return [_sheet(part) for text in texts for part in f"\n{text}".split("\n=== ")[1:]]


def _sheet(part: str) -> Sheet:
    """One sheet: options behind '% ', cells, and behind '---' what is right."""
    above, _, right = part.partition("\n---")
    name, *lines = above.split("\n")
    told = dict(_options(lines))
    pages: list[tuple[str, list[str]]] = [(told.get("sheet", "Sheet1"), [])]
    for line in lines:
        if line.startswith("% next sheet: "):
            pages.append((line.removeprefix("% next sheet: "), []))
        elif not line.startswith("% "):
            pages[-1][1].append(line)
    return Sheet(
        name,
        "\n".join(pages[0][1]),
        right,
        told.get("file", "sheet"),
        pages[0][0],
        told.get("currency", "JPY"),
        int(told.get("fiscal", "1")),
        told.get("lang", "en"),
        Reason(told["told"]) if "told" in told else None,
        "figures" in told,
        {page: "\n".join(cells) for page, cells in pages[1:]},
    )


def _options(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.startswith("% "):
            key, _, value = line.removeprefix("% ").partition(": ")
            yield key, value
