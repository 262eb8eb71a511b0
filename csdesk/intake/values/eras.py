"""Japanese eras to years of the common era."""

from csdesk.models.problems import Reason

_FIRST_YEARS = {
    "明治": 1868, "明": 1868, "m": 1868,
    "大正": 1912, "大": 1912, "t": 1912,
    "昭和": 1926, "昭": 1926, "s": 1926,
    "平成": 1989, "平": 1989, "h": 1989,
    "令和": 2019, "令": 2019, "r": 2019,
}  # fmt: skip
_ENDS = {1868: (1912, 7), 1912: (1926, 12), 1926: (1989, 1), 1989: (2019, 4)}
"""Year and month in which each closed era ended."""


def era_year(era: str, year: int, month: int) -> tuple[int, Reason | None]:
    """The year of an era's year, with ERA_PAST_END where the era had ended by that month (平成32年 is 2020).

    Raises ValueError for year 0.
    """
    first = _FIRST_YEARS[era]
    if year < 1:
        raise ValueError(year)
    common = first + year - 1
    ended = _ENDS.get(first)
    return common, Reason.ERA_PAST_END if ended and (common, month) > ended else None
