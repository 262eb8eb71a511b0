"""Tables on the clipboard as HTML: the cells of every table, whatever stands around them."""

import pytest

from csdesk.usecases.pasting import table_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>no table</p>", ""),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A\tB\n1\t2\n"),
        ("<table><tr><td>A<td>B<tr><td>1<td>2</table>", "A\tB\n1\t2\n"),
        ("<table><tr><td colspan=2>A</td><td>C</td></tr></table>", "A\t\tC\n"),
        ("<table><tr><td colspan=999999999>A</td></tr></table>", "A" + "\t" * 499 + "\n"),
        ("<table><tr><td colspan=x>A</td><td colspan=0>B</td></tr></table>", "A\tB\n"),
        ("<table><tr><td>one<br>two</td><td> a   <b>b</b> &amp; c </td></tr></table>", '"one\ntwo"\ta b & c\n'),
        ("<head><style>td {color: red}</style></head><table><tr><td><style>x</style>A</td></tr></table>", "A\n"),
        ("<table><tr></tr><tr><td> </td></tr><tr><td>1</td></tr></table>", "1\n"),
        ("<td>no row</td></style><table><tr><td>&yen;1,200</td></tr></table>", "¥1,200\n"),
        ("<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>", "1\n2\n"),
        ("<table><tr><td>unfinished", "unfinished\n"),
    ],
)
def test_the_text_of_tables(html: str, text: str) -> None:
    assert table_text(html) == text
