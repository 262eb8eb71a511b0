"""What is made of many records once for all that are alike is what is made of each."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.planning.cells import Cells
from csdesk.intake.shapes import Clean, Record

FIELDS = ("account.name", "contract.mrr", "contract.plan")
rows = st.lists(st.tuples(*[st.sampled_from(["a", "b", None])] * 3, st.sampled_from([0, 1])), max_size=12)


def made(values: Mapping[str, Clean], beside: int) -> tuple[object, ...]:
    return (*(values.get(field) for field in FIELDS), beside), beside, "same"


@given(rows)
def test_it_is_made_once_for_all_that_are_alike(told: list[tuple[str | None, str | None, str | None, int]]) -> None:
    records = [Record(dict(zip(FIELDS, row, strict=False)), {}, at) for at, row in enumerate(told)]
    cells, beside = Cells(records, FIELDS), [row[3] for row in told]
    each = [made(record.values, number) for record, number in zip(records, beside, strict=True)]
    assert cells.once(made, [*FIELDS, "contract.start"], beside) == each
    assert list(cells.parts(made, FIELDS, beside)) == list(map(list, zip(*each, strict=True)))
    numbers, count = cells.numbers(FIELDS)
    keys = [row[:3] for row in told]
    assert (len(set(keys)), count) == (count, len(set(zip(numbers, keys, strict=True))))
