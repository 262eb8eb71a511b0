"""Every colour of the window by its meaning, once for light and once for dark."""

from typing import NamedTuple

from csdesk.models.kinds import Band


class Tokens(NamedTuple):
    """Every colour by its meaning, as #RRGGBB. Text tokens have a contrast of 4.5 or more on background and surface."""

    background: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warn: str
    bad: str
    unknown: str
    good_tint: str
    warn_tint: str
    bad_tint: str
    unknown_tint: str

    def band(self, band: Band) -> str:
        """The colour a health band is written in."""
        names = {Band.GREEN: self.good, Band.YELLOW: self.warn, Band.RED: self.bad, Band.UNKNOWN: self.unknown}
        return names[band]

    def band_tint(self, band: Band) -> str:
        """The quiet ground behind a health band."""
        names = {
            Band.GREEN: self.good_tint,
            Band.YELLOW: self.warn_tint,
            Band.RED: self.bad_tint,
            Band.UNKNOWN: self.unknown_tint,
        }
        return names[band]


LIGHT = Tokens(
    background="#FFFFFF",
    surface="#F5F7FA",
    raised="#FFFFFF",
    line="#D9DEE5",
    text="#1B2430",
    muted="#566273",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    selection="#E8F0FB",
    good="#0B7A4B",
    warn="#8F5B00",
    bad="#B3261E",
    unknown="#616B78",
    good_tint="#EDF8F2",
    warn_tint="#FCF5E6",
    bad_tint="#FCF0EF",
    unknown_tint="#F5F7FA",
)

DARK = Tokens(
    background="#14181E",
    surface="#1D232B",
    raised="#242B35",
    line="#333C48",
    text="#E6EAF0",
    muted="#A3AFBD",
    accent="#7FB2FF",
    on_accent="#10151C",
    selection="#22364F",
    good="#5CC795",
    warn="#E2B15A",
    bad="#FF8A80",
    unknown="#9AA5B1",
    good_tint="#17281F",
    warn_tint="#2B2416",
    bad_tint="#301C1C",
    unknown_tint="#1D232B",
)
