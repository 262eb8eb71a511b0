"""Words for what became of a customer's MRR: new, expansion, contraction, churn, reactivation, or nothing."""

import re
from enum import StrEnum

from csdesk.intake.values.changes import change_of
from csdesk.intake.values.text import folded
from csdesk.models.kinds import ChangeKind


class Move(StrEnum):
    """What a line of a log of MRR changes says has happened."""

    NEW = "new"
    REACTIVATION = "reactivation"
    EXPANSION = "expansion"
    CONTRACTION = "contraction"
    CHURN = "churn"
    NONE = "none"


GAINS = frozenset({Move.NEW, Move.REACTIVATION, Move.EXPANSION})
LOSSES = frozenset({Move.CONTRACTION, Move.CHURN})
_WORDS: dict[Move, str] = {
    Move.NEW: "new|new biz|new business|new logo|new customer|new subscription|newbiz|newbusiness|newcustomer|"
    "new mrr|new arr|active start|trial converted|signup|signed|started|start|subscribed|opening|initial|"
    "新規|新規契約|新規獲得|新規顧客|新規受注|新規mrr|獲得|契約開始|開始|利用開始|新規導入|初回契約",
    Move.REACTIVATION: "reactivation|reactivated|reactivate|resurrected|resurrection|win back|winback|won back|return|"
    "returned|recovered|active resume|re activation|reactivation mrr|resumed|restart|restarted|"
    "再開|復活|再契約|復帰|再開通|カムバック|契約再開|再加入|再獲得|リアクティベーション|再開mrr",
    Move.EXPANSION: "expansion|expand|expanded|expansion mrr|increase|increased|upgrade|upgraded|upsell|upsold|growth|"
    "mrr increase|up|active upgrade|"
    "増額|増加|拡大|追加|追加契約|拡張|増|増額変更|アップ|アップグレード|アップセル|クロスセル|"
    "エクスパンション|拡大mrr|増額mrr|増額更新|増額改定",
    Move.CONTRACTION: "contraction|contracted|contraction mrr|decrease|decreased|reduction|reduced|downgrade|"
    "downgraded|downsell|active downgrade|shrink|shrinkage|mrr decrease|down|partial churn|"
    "減額|減少|縮小|減|減額変更|ダウン|"
    "ダウングレード|ダウンセル|コントラクション|縮小mrr|減額mrr|減額更新|一部解約|部分解約",
    Move.CHURN: "churn|churned|churned mrr|churn mrr|cancel|canceled|cancelled|cancellation|cancelation|lost|loss|"
    "terminated|termination|ended|active end|voluntary churn|involuntary churn|delinquent churn|"
    "解約|解約mrr|退会|離脱|チャーン|契約終了|終了|喪失|失注解約|全解約|全部解約|キャンセル|失効|サービス終了",
    Move.NONE: "renewal|renewed|renew|no change|unchanged|flat|retained|same|existing|更新|契約更新|変更なし|横ばい|"
    "継続|維持|変動なし|据え置き",
}
_BY_WORD = {word: move for move, words in _WORDS.items() for word in words.split("|")}
_RISES = frozenset({ChangeKind.UPSELL, ChangeKind.CROSS_SELL, ChangeKind.ADD_ON})
_FALLS = frozenset({ChangeKind.DOWNGRADE, ChangeKind.DROPPED})


def move_of(text: str) -> Move | None:
    """The movement that a word names; None where it names none, or one whose direction it leaves open."""
    word = " ".join(re.sub(r"[_\-–—・/()（）]+", " ", folded(text)).split())
    known = _BY_WORD.get(word)
    if known is None:
        change = change_of(text)
        known = Move.EXPANSION if change in _RISES else Move.CONTRACTION if change in _FALLS else None
    return known
