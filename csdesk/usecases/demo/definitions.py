"""How the team of the demo counts: two versions, the later one agreed on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.usecases.demo import cast
from csdesk.wording.words import Words

if TYPE_CHECKING:
    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Stage

_FIRST, _AGREED = 300, 120
"""Days ago."""
_LEADERS = Words("Heads of sales, finance and customer success", "営業・財務・カスタマーサクセスの責任者")
_NOTE = Words("Agreed in the planning meeting of the leaders.", "経営層の計画会議で合意。")


def add_definitions(stage: Stage) -> None:
    """Write a version that looked at lifetime value of three months, and the one that is in force."""
    who = stage.say(cast.TEAM[0][0])
    agreed: dict[str, Value] = {
        "agreed_by": stage.say(_LEADERS),
        "agreed_on": stage.today - timedelta(days=_AGREED),
        "note": stage.say(_NOTE),
    }
    for days, rules, said in ((_FIRST, "house,ltv_window=3", {}), (_AGREED, "house", agreed)):
        made_at = datetime.combine(stage.today - timedelta(days=days), time(2), UTC)
        stage.step.insert(Kind.DEFINITION, {"made_at": made_at, "made_by": who, "rules": rules, **said})
