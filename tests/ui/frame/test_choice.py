"""A drop-down list that is filled again: what nobody chose tells nobody, and what is the same stays as it is."""

from pytestqt.qtbot import QtBot

from csdesk.ui.widgets.choice import Choice


def test_what_is_offered_again_tells_nobody_and_stays_where_it_is_the_same(qtbot: QtBot) -> None:
    choice, told, filled = Choice([("", "All")], "Group"), [], []
    qtbot.addWidget(choice)
    choice.currentIndexChanged.connect(told.append)
    choice.model().rowsInserted.connect(lambda *_: filled.append(True))
    groups = [("", "All"), ("a", "Group A"), ("b", "Group B")]
    choice.offer(groups, "b")
    assert (choice.key, len(filled) > 0) == ("b", True)
    filled.clear()
    choice.offer(iter(groups), "a")
    assert (choice.key, choice.currentText(), filled) == ("a", "Group A", [])
    choice.offer([("", "All"), ("b", "Group B")], "a")
    assert choice.key == "", "what is gone is not chosen"
    assert told == []
    choice.setCurrentIndex(1)
    assert told == [1]
