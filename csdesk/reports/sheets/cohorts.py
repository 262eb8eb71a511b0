"""Cohorts: both triangles as heat maps of live shares, over a sheet that holds their parts."""

from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.measure import Number
from csdesk.metrics.triangles import Cohort, CohortKind, Triangle
from csdesk.reports.inks import Look, Show, heat
from csdesk.reports.pack import FIRST_ROW, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import area, on_sheet
from csdesk.wording.cohorts import start_name

_START, _SIZE, _AGES = 0, 1, 2
_AGE_WIDTH = 6.0
_NARROWEST = 9
"""Columns printed at least, so that the remarks are not cut."""
_BASE, _OPENING, _PARTS = 1, 2, 3
"""Columns of the sheet of parts: start, whole, opening (1 or 0), then the parts by age."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where a triangle's parts stand on their sheet."""

    triangle: Triangle
    sheet: Sheet
    first: int

    @property
    def last(self) -> int:
        return self.first + len(self.triangle.cohorts) - 1

    def column(self, number: int) -> str:
        return on_sheet(self.sheet.name, area(self.first, number, self.last, number))


def write_cohorts(shares: Sheet, cells: Sheet) -> None:
    """Logo and revenue retention by start, on `shares`; what they are made of, on `cells`."""
    pack = shares.pack
    triangles = (pack.content.logos, pack.content.revenue)
    opened = any(cohort.opening for triangle in triangles for cohort in triangle.cohorts)
    shares.opening(pack.phrase("cohort_ages"))
    cells.opening()
    row, cells_row, widest = FIRST_ROW, FIRST_ROW, 0
    for triangle in triangles:
        parts = _write_parts(cells, cells_row, triangle)
        cells_row = parts.first + len(triangle.cohorts) + 2
        row = _write_shares(shares, row, parts) + 2
        widest = max(widest, _ages(triangle))
    if opened:
        shares.put(row, 0, pack.phrase("opening"), look=Look.NOTE)
        row += 2
    for sheet, width in ((shares, _AGES + widest), (cells, _PARTS + widest)):
        sheet.page.freeze_panes(0, _AGES if sheet is shares else _PARTS)
        sheet.finish(max(row, cells_row) - 2, max(width - 1, _NARROWEST), pages_high=1 if sheet is shares else 0)


def _title(pack: Pack, triangle: Triangle) -> str:
    return pack.phrase("logo_triangle" if triangle.kind is CohortKind.LOGO else "revenue_triangle")


def _ages(triangle: Triangle) -> int:
    return max((cell.age + 1 for cohort in triangle.cohorts for cell in cohort.cells), default=0)


def _name(pack: Pack, cohort: Cohort) -> str:
    period = start_name(cohort.start, pack.language)
    return pack.phrase("or_earlier", period=period) if cohort.opening else period


def _shown(triangle: Triangle) -> Show:
    return Show.COUNT if triangle.kind is CohortKind.LOGO else Show.MONEY


def _amount(pack: Pack, triangle: Triangle, number: Number) -> float:
    return float(number) if triangle.kind is CohortKind.LOGO else pack.main(number)


def _whole(cohort: Cohort) -> Fraction:
    return Fraction(cohort.cells[0].whole) if cohort.cells else Fraction(0)


def _write_parts(sheet: Sheet, row: int, triangle: Triangle) -> _Parts:
    """Wholes and parts; a cell that is not yet observed stays truly empty."""
    pack, show = sheet.pack, _shown(triangle)
    sheet.put(row, 0, _title(pack, triangle), look=Look.SECTION)
    ages = [Column(str(age), show) for age in range(_ages(triangle))]
    heads = [Column(pack.heading("cohort")), Column(pack.heading("base"), show), Column(pack.heading("opening"))]
    sheet.heads(row + 1, [*heads, *ages])
    for at, cohort in enumerate(triangle.cohorts, row + 2):
        sheet.put(at, _START, _name(pack, cohort))
        sheet.widen(_START, sheet.width_of(_name(pack, cohort), Show.TEXT))
        sheet.put(at, _BASE, _amount(pack, triangle, _whole(cohort)), show)
        sheet.widen(_BASE, sheet.width_of(_amount(pack, triangle, _whole(cohort)), show))
        sheet.put(at, _OPENING, int(cohort.opening), Show.COUNT)
        for cell in cohort.cells:
            part = _amount(pack, triangle, cell.part)
            sheet.put(at, _PARTS + cell.age, part, show)
            sheet.widen(_PARTS + cell.age, sheet.width_of(part, show))
    return _Parts(triangle, sheet, row + 2)


def _write_shares(sheet: Sheet, row: int, parts: _Parts) -> int:
    """One triangle of shares with its average; the row under it."""
    pack, triangle = sheet.pack, parts.triangle
    sheet.put(row, 0, _title(pack, triangle), look=Look.SECTION)
    size = Column(pack.heading("size"), Show.COUNT)
    ages = [Column(str(age), Show.SHARE) for age in range(_ages(triangle))]
    sheet.heads(row + 1, [Column(pack.heading("cohort")), size, *ages])
    at = row + 2
    for offset, cohort in enumerate(triangle.cohorts):
        _write_cohort(sheet, at + offset, parts, offset, cohort)
    after = at + len(triangle.cohorts)
    if not triangle.cohorts:
        sheet.put(at, 0, pack.phrase("empty"), look=Look.NOTE)
        return after + 1
    _heat(sheet, at, after - 1, _AGES + len(ages) - 1)
    _write_average(sheet, after, parts, len(ages))
    return after + 1


def _write_cohort(sheet: Sheet, row: int, parts: _Parts, offset: int, cohort: Cohort) -> None:
    name = _name(sheet.pack, cohort)
    sheet.put(row, _START, name)
    sheet.widen(_START, sheet.width_of(name, Show.TEXT))
    sheet.put(row, _SIZE, cohort.size, Show.COUNT)
    whole = _whole(cohort)
    for cell in cohort.cells if whole else ():
        part = parts.sheet.there(parts.first + offset, _PARTS + cell.age)
        base = parts.sheet.there(parts.first + offset, _BASE)
        share = Live(f"={part}/{base}", float(Fraction(cell.part) / whole))
        sheet.put(row, _AGES + cell.age, share, Show.SHARE, Look.HEAT)
        sheet.fix_width(_AGES + cell.age, _AGE_WIDTH)


def _write_average(sheet: Sheet, row: int, parts: _Parts, ages: int) -> None:
    """Parts over wholes of the cohorts observed at each age, opening ones left out."""
    known = [cohort for cohort in parts.triangle.cohorts if not cohort.opening]
    sheet.put(row, _START, sheet.pack.heading("average"), look=Look.TOTAL)
    sheet.put(row, _SIZE, None, look=Look.TOTAL)
    for age in range(ages):
        seen = [(cell.part, _whole(cohort)) for cohort in known for cell in cohort.cells if cell.age == age]
        whole = sum((Fraction(base) for _, base in seen), Fraction(0))
        column = _PARTS + age
        if not whole:
            sheet.put(row, _AGES + age, None, look=Look.TOTAL)
            continue
        observed = f'({parts.column(column)}<>"")*({parts.column(_OPENING)}=0)'
        formula = f"=SUMPRODUCT({observed},{parts.column(column)})/SUMPRODUCT({observed},{parts.column(_BASE)})"
        part = sum((Fraction(part) for part, _ in seen), Fraction(0))
        sheet.put(row, _AGES + age, Live(formula, float(part / whole)), Show.SHARE, Look.TOTAL)


def _heat(sheet: Sheet, first: int, last: int, right: int) -> None:
    """One hue from nothing to all kept; shares beyond 100 % take the full colour."""
    if right < _AGES:
        return
    sheet.page.conditional_format(first, _AGES, last, right, heat(1))
