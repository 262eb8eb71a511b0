"""Closed lists of words, and the cells of whole columns."""

# ruff: noqa: DTZ001 - moments as a sheet writes them, without a zone

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.fields import ValueType
from csdesk.intake.shapes import Cell
from csdesk.intake.values.reading import ColumnReading, Noted, as_text
from csdesk.intake.values.text import clean_text, error_cell, is_nothing
from csdesk.intake.values.words import (
    Standing,
    charge_of,
    cost_purpose,
    fit,
    months_of,
    priority,
    read_mark,
    read_yes_no,
    standing,
    tier,
    touch_type,
)
from csdesk.models.kinds import Charge, CostPurpose, Fit, Priority, Tier, TouchType
from csdesk.models.problems import Reason


@pytest.mark.parametrize(
    "text",
    ["1", "true", "TRUE", "Yes", "y", "はい", "有", "有り", "〇", "○", "◯", "●", "✓", "✔", "レ", "ﾚ", "済", "１", "☑"],
)
def test_yes(text: str) -> None:
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", ["0", "false", "No", "n", "いいえ", "無", "×", "✗", "なし", "☐", "０", "不要"])
def test_no(text: str) -> None:
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", ["maybe", "△", "2", "?", "x"])
def test_neither_yes_nor_no(text: str) -> None:
    assert read_yes_no(text) is None


def test_a_letter_x_is_a_tick_only_where_the_grid_has_no_other() -> None:
    assert read_mark("x", x_is_yes=True) is True
    assert read_mark("Ｘ", x_is_yes=False) is False
    assert read_mark("", x_is_yes=True) is False
    assert read_mark("-", x_is_yes=True) is False
    assert read_mark("△", x_is_yes=True) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("active", Standing.ACTIVE),
        ("契約中", Standing.ACTIVE),
        ("有効", Standing.ACTIVE),
        ("利用中", Standing.ACTIVE),
        ("Onboarding", Standing.ACTIVE),
        ("契約中（要注意）", Standing.ACTIVE),
        ("past_due", Standing.PAST_DUE),
        ("Past Due", Standing.PAST_DUE),
        ("滞納", Standing.PAST_DUE),
        ("trialing", Standing.TRIAL),
        ("in_trial", Standing.TRIAL),
        ("無料トライアル", Standing.TRIAL),
        ("paused", Standing.PAUSED),
        ("休止中", Standing.PAUSED),
        ("canceled", Standing.ENDED),
        ("Cancelled", Standing.ENDED),
        ("Churned", Standing.ENDED),
        ("解約", Standing.ENDED),
        ("解約済み", Standing.ENDED),
        ("初回更新で解約", Standing.ENDED),
        ("解約予定", Standing.ENDING),
        ("non_renewing", Standing.ENDING),
        ("Closed won", Standing.WON),
        ("受注", Standing.WON),
        ("受注確定", Standing.WON),
        ("受注済", Standing.WON),
        ("Closed lost", Standing.NOT_WON),
        ("失注", Standing.NOT_WON),
        ("商談中", Standing.NOT_WON),
        ("見積中(中)", Standing.NOT_WON),
        ("Negotiation", Standing.NOT_WON),
        ("Opportunity", Standing.NOT_WON),
        ("更新前", Standing.ACTIVE),
        ("blue", None),
        ("", None),
    ],
)
def test_standing_of_a_contract(text: str, state: Standing | None) -> None:
    assert standing(text) is state


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("month", 1),
        ("Monthly", 1),
        ("月払い", 1),
        ("毎月", 1),
        ("quarterly", 3),
        ("四半期", 3),
        ("3ヶ月", 3),
        ("3か月", 3),
        ("半年", 6),
        ("6 months", 6),
        ("year", 12),
        ("Annual", 12),
        ("年払い", 12),
        ("年額", 12),
        ("12ヶ月", 12),
        ("1年", 12),
        ("2 years", 24),
        ("36ヶ月", 36),
        ("3", 3),
        ("12", 12),
        ("12.0", 12),
        ("weekly", None),
        ("once", None),
        ("定期請求", None),
        ("0", None),
        ("", None),
    ],
)
def test_months_of_an_interval(text: str, months: int | None) -> None:
    assert months_of(text) == months


def test_charges_by_word() -> None:
    assert charge_of("一括請求") is Charge.ONE_OFF
    assert charge_of("定期請求") is Charge.RECURRING
    assert charge_of("metered") is Charge.USAGE
    assert charge_of("month") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("電話", TouchType.CALL),
        ("メール", TouchType.EMAIL),
        ("訪問", TouchType.VISIT),
        ("Web会議", TouchType.MEETING),
        ("Zoom", TouchType.MEETING),
        ("定例会", TouchType.MEETING),
        ("Phone call", TouchType.CALL),
        ("E-mail", TouchType.EMAIL),
        ("QBR", TouchType.QBR),
        ("勉強会", TouchType.TRAINING),
        ("Slack", TouchType.CHAT),
        ("電話（折り返し）", TouchType.CALL),
        ("合宿", None),
    ],
)
def test_touch_types(text: str, kind: TouchType | None) -> None:
    assert touch_type(text) is kind


def test_other_words() -> None:
    assert tier("ハイタッチ") is Tier.HIGH
    assert tier("Enterprise") is None
    assert fit("poor") is Fit.POOR
    assert priority("緊急") is Priority.URGENT
    assert priority("Medium") is Priority.NORMAL
    assert cost_purpose("営業人件費") is CostPurpose.ACQUISITION
    assert cost_purpose("CS人件費") is CostPurpose.RETENTION
    assert cost_purpose("カスタマーサクセス費用") is CostPurpose.RETENTION
    assert cost_purpose("家賃") is None


@pytest.mark.parametrize("text", ["", " ", "　", "-", "N/A", "n/a", "#N/A", "なし", "未定", "—", "ー"])
def test_no_value_in_text_and_figures(text: str) -> None:
    assert is_nothing(text)
    assert is_nothing(text, figures=True)


@pytest.mark.parametrize("text", ["NA", "None", "TBD", "null"])
def test_words_that_are_no_value_only_among_figures(text: str) -> None:
    assert not is_nothing(text)
    assert is_nothing(text, figures=True)


def test_text_is_kept_and_made_safe() -> None:
    assert clean_text("　株式会社Ａ　") == "株式会社Ａ"
    assert clean_text("か\u3099く") == "がく"
    assert clean_text("a\u202eb\x07") == "a<U+202E>b<U+0007>"
    assert clean_text("line\r\nnext") == "line\nnext"


def test_error_cells() -> None:
    assert error_cell("#REF!") is Reason.ERROR_CELL
    assert error_cell("#N/A") is None


def read(kind: ValueType, cell: Cell, **more: object) -> object:
    return ColumnReading(kind, **more).read(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (ValueType.TEXT, 12.0, "12"),
        (ValueType.TEXT, True, "true"),
        (ValueType.TEXT, date(2024, 4, 1), "2024-04-01"),
        (ValueType.IDENTIFIER, "000012", "000012"),
        (ValueType.IDENTIFIER, "12.0", "12"),
        (ValueType.IDENTIFIER, 12.0, "12"),
        (ValueType.NAME, "Alda (https://www.notion.so/x?pvs=21)", "Alda"),
        (ValueType.EMAIL, "Alda <a@b.example>", "a@b.example"),
        (ValueType.EMAIL, "nobody", Reason.NOT_UNDERSTOOD),
        (ValueType.DOMAIN, "https://www.Acme.example/about?x=1", "acme.example"),
        (ValueType.DOMAIN, "acme", Reason.NOT_UNDERSTOOD),
        (ValueType.MONEY, "¥1,234", Decimal(1234)),
        (ValueType.MONEY, 12.5, Decimal("12.5")),
        (ValueType.MONEY, True, Reason.NOT_MONEY),
        (ValueType.MONEY, date(2024, 1, 1), Reason.NOT_MONEY),
        (ValueType.MONEY, "abc", Reason.NOT_MONEY),
        (ValueType.COUNT, "12名", 12),
        (ValueType.COUNT, "1.5", Reason.NOT_A_NUMBER),
        (ValueType.COUNT, 3.0, 3),
        (ValueType.NUMBER, "8.0", 8),
        (ValueType.NUMBER, "0.71", 0.71),
        (ValueType.HOURS, "56:58:43", 56.98),
        (ValueType.HOURS, "02:30:00", 2.5),
        (ValueType.HOURS, "1:30", 1.5),
        (ValueType.HOURS, "2.5", 2.5),
        (ValueType.MINUTES, "30m", 30),
        (ValueType.MINUTES, "30 mins", 30),
        (ValueType.MINUTES, "1 hour", 60),
        (ValueType.MINUTES, "1.5h", 90),
        (ValueType.MINUTES, "1 hr 15 min", 75),
        (ValueType.MINUTES, "1時間", 60),
        (ValueType.MINUTES, "１時間３０分", 90),
        (ValueType.MINUTES, "2時間半", 150),
        (ValueType.MINUTES, "45分", 45),
        (ValueType.MINUTES, "1:30", 90),
        (ValueType.MINUTES, "0:45:30", 45.5),
        (ValueType.MINUTES, "90秒", 1.5),
        (ValueType.MINUTES, "1,200", 1200),
        (ValueType.MINUTES, 30.0, 30),
        (ValueType.MINUTES, "3k", Reason.NOT_A_NUMBER),
        (ValueType.MINUTES, "5万", Reason.NOT_A_NUMBER),
        (ValueType.MINUTES, "long", Reason.NOT_A_NUMBER),
        (ValueType.MINUTES, True, Reason.NOT_A_NUMBER),
        (ValueType.DATE, "2024-01-15 09:30", datetime(2024, 1, 15, 9, 30)),
        (ValueType.DATE, "2024-01-15", date(2024, 1, 15)),
        (ValueType.DATE, datetime(2024, 1, 15), date(2024, 1, 15)),
        (ValueType.DATE, 45383.0, date(2024, 4, 1)),
        (ValueType.DATE, 20240401.0, date(2024, 4, 1)),
        (ValueType.DATE, "n/a", None),
        (ValueType.DATE, "#REF!", Reason.ERROR_CELL),
        (ValueType.DATETIME, "2024-01-15", datetime(2024, 1, 15)),
        (ValueType.DATETIME, "2024-04-01T00:30:00+09:00", datetime(2024, 3, 31, 15, 30)),
        (ValueType.DATE, "2024-04-01T00:30:00+09:00", datetime(2024, 4, 1, 0, 30)),
        (ValueType.MONTH, "2024年4月", "2024-04"),
        (ValueType.MONTH, date(2024, 4, 15), "2024-04"),
        (ValueType.MONTH, 202404.0, "2024-04"),
        (ValueType.MONTH, "April", Reason.NOT_A_MONTH),
        (ValueType.YES_NO, "Yes", True),
        (ValueType.YES_NO, 1.0, True),
        (ValueType.YES_NO, "hm", Reason.NOT_YES_OR_NO),
        (ValueType.PERIOD, "November 1, 2025 → November 1, 2026", (date(2025, 11, 1), date(2026, 11, 1))),
        (ValueType.PERIOD, "1年", 12),
        (ValueType.PERIOD, "2024/4/1～2025/3/31", (date(2024, 4, 1), date(2025, 3, 31))),
        (ValueType.PERIOD, "2024年4月〜2025年3月", (date(2024, 4, 1), date(2025, 3, 31))),
        (ValueType.PERIOD, "soon", Reason.NOT_UNDERSTOOD),
        (ValueType.CURRENCY, "usd", "usd"),
        (ValueType.CURRENCY, "円", "JPY"),
        (ValueType.CURRENCY, "zzz", Reason.UNKNOWN_WORD),
        (ValueType.TEXT, "x" * 40_000, Reason.TOO_LONG),
        (ValueType.TEXT, None, None),
        (ValueType.TEXT, "None", "None"),
        (ValueType.NUMBER, "None", None),
    ],
)
def test_a_cell_by_the_kind_of_its_column(kind: ValueType, cell: Cell, value: object) -> None:
    seen = read(kind, cell)
    assert seen == value
    assert isinstance(seen, Reason) is isinstance(value, Reason)


def test_last_day_and_open_ends_of_end_columns() -> None:
    assert read(ValueType.DATE, "2024-04", last=True) == date(2024, 4, 30)
    assert read(ValueType.DATE, "2024-04") == date(2024, 4, 1)
    assert read(ValueType.DATE, "9999-12-31", last=True) is None
    assert read(ValueType.DATE, "9999-12-31") is Reason.NOT_A_DATE
    assert read(ValueType.DATE, datetime(9999, 12, 31), last=True) is None


def test_units_scale_figures_without_a_unit_of_their_own() -> None:
    thousands = {"scale": Decimal(1000)}
    assert read(ValueType.MONEY, "12.5", **thousands) == 12_500
    assert read(ValueType.MONEY, "5万", **thousands) == 50_000
    assert read(ValueType.MONEY, 3.0, **thousands) == 3000


def test_an_era_past_its_end_is_noted() -> None:
    assert read(ValueType.DATE, "平成32年4月1日") == Noted(date(2020, 4, 1), Reason.ERA_PAST_END)


@given(
    st.sampled_from(ValueType),
    st.one_of(
        st.none(),
        st.text(max_size=12),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False),
        st.dates(),
        st.datetimes(),
    ),
)
def test_no_cell_breaks_a_column(kind: ValueType, cell: Cell) -> None:
    read(kind, cell)
    assert isinstance(as_text(cell), str)
