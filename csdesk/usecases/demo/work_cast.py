"""The words of the work with the demo's accounts."""

from csdesk.models.kinds import FeedbackKind, ReasonFamily
from csdesk.wording.speech import Words

GOALS = (
    (
        Words("Close the month in five days", "月次決算を5営業日に短縮"),
        Words("The board has the figures on day 5", "5営業日目に役員へ数値を報告できている"),
        Words("days", "日"),
        10.0,
        5.0,
    ),
    (
        Words("Every branch works in it", "全拠点での利用"),
        Words("All 12 branches are active each week", "全12拠点が毎週利用している"),
        Words("branches", "拠点"),
        3.0,
        12.0,
    ),
    (
        Words("Half the questions from the field", "現場からの問い合わせを半減"),
        Words("No more than 20 questions a month", "問い合わせが月20件以下になる"),
        Words("a month", "件/月"),
        40.0,
        20.0,
    ),
)
"""The goal, by what it would be reached, its unit, where it began and where it is to end."""
MILESTONES = (
    (Words("Kickoff", "キックオフ"), False),
    (Words("Data handed over", "データの受け渡し"), True),
    (Words("Training of the first team", "最初のチームへの研修"), False),
    (Words("Second team on board", "2つ目のチームの利用開始"), True),
)
"""With whether the customer has to do it."""
DEALS = (
    Words("More seats", "席数の追加"),
    Words("Second department", "別部署への展開"),
    Words("Move to the larger plan", "上位プランへの変更"),
)
STAGES = (
    Words("First talk", "初回面談"),
    Words("Offer", "提案中"),
    Words("Agreed, to be signed", "内諾・契約手続き中"),
)
LOST = (Words("No budget this year", "今期は予算なし"), Words("Built it themselves", "内製に決定"))
FEEDBACK = (
    (
        Words("Export of every list to a spreadsheet", "すべての一覧をスプレッドシートに出力したい"),
        FeedbackKind.STRETCH,
    ),
    (Words("Slow at the end of the month", "月末に動作が遅い"), FeedbackKind.FAILURE),
    (Words("Can two people approve?", "承認者を2人にできるか"), FeedbackKind.QUESTION),
    (Words("Approve on the phone", "スマホで承認したい"), FeedbackKind.STRETCH),
)
INTERVIEWS = (
    (
        ReasonFamily.ADOPTION,
        Words("Too much work beside the daily business", "日々の業務と並行して運用できなかった"),
        Words("Nobody was in charge after the kickoff", "キックオフ後の推進担当者が不在だった"),
        Words("We liked it, but nobody had the time.", "良い製品だったが、時間を割ける人がいなかった。"),
    ),
    (
        ReasonFamily.PRICE,
        Words("Too dear for what we use", "利用量に対して割高"),
        Words("Bought for two departments, used by one", "2部署分の契約だったが、利用は1部署のみだった"),
        Words("We would have stayed with half the seats.", "席数が半分なら続けていた。"),
    ),
    (
        ReasonFamily.GAP,
        Words("A function was missing", "必要な機能がなかった"),
        Words("Asked for twice, not told what came of it", "2度要望したが、結果が伝えられていなかった"),
        Words("We did not know whether it would ever come.", "対応される見込みが分からなかった。"),
    ),
)
"""The kind of reason, the one given, what it came down to, and their own words."""
MAILINGS = (
    (75, Words("What is new in version 5", "バージョン5の新機能")),
    (20, Words("Invitation to the users' day", "ユーザー会のご案内")),
)
"""How many days ago, and what it was called."""
