"""Words for why a customer's amount rose or fell."""

import re
from functools import lru_cache

from csdesk.intake.values.text import folded
from csdesk.models.kinds import ChangeKind

_WORDS: dict[ChangeKind, str] = {
    ChangeKind.UPSELL: "upsell|up sell|upgrade|plan upgrade|higher plan|アップセル|アップグレード|上位プラン|"
    "プラン変更(増)",
    ChangeKind.CROSS_SELL: "cross sell|crosssell|new product|another product|クロスセル|別製品|追加製品|製品追加",
    ChangeKind.ADD_ON: "add on|addon|option|extra function|アドオン|オプション|オプション追加|追加機能|機能追加",
    ChangeKind.SEATS: "seats|seat|seat expansion|more seats|fewer seats|licenses|licences|users|席数|席数増|"
    "席数減|席追加|"
    "ライセンス追加|ライセンス増|ライセンス減|ライセンス数|id追加|id数|人数増|人数減|増席|減席",
    ChangeKind.PRICE: "price|price increase|price rise|price change|price cut|価格|値上げ|値下げ|価格改定|"
    "料金改定|単価変更",
    ChangeKind.DISCOUNT: "discount|discount ended|値引き|値引|割引|割引終了|ディスカウント",
    ChangeKind.PAUSE: "pause|paused|on hold|resumed|休止|一時停止|停止|再開",
    ChangeKind.DOWNGRADE: "downgrade|downsell|down sell|lower plan|plan downgrade|ダウングレード|ダウンセル|下位プラン",
    ChangeKind.DROPPED: "dropped|product dropped|partial churn|partial cancellation|一部解約|部分解約|製品解約|"
    "一部製品の解約|オプション解約",
    ChangeKind.LONGER_TERM: "longer term|multi year|multi year discount|annual discount|長期契約|長期割引|"
    "複数年契約|年払い割引",
}
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}


@lru_cache(maxsize=1024)
def change_of(text: str) -> ChangeKind | None:
    """The kind of change that a word names; None where it names none."""
    word = folded(text)
    return _BY_WORD.get(word) or _BY_WORD.get(" ".join(re.sub(r"[_\-–—・/]+", " ", word).split()))
