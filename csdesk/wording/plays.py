"""The plays that csdesk begins with: what is done against each of the ten danger signals, and some further ones."""

from collections.abc import Mapping
from typing import NamedTuple

from csdesk.models.signals import Signal
from csdesk.models.steps import Material
from csdesk.wording.speech import Words


class StarterStep(NamedTuple):
    """A step: what is done, by when after the start, whether the customer does it, every how many days it is done
    again, and what it carries."""

    title: Words
    due_days: int
    customer_side: bool = False
    repeat_days: int | None = None
    material: Material | None = None


class Starter(NamedTuple):
    """A play to begin with."""

    name: Words
    steps: tuple[StarterStep, ...]


_CUSTOMER = True
STARTERS: Mapping[Signal, Starter] = {
    Signal.NO_VALUE: Starter(
        Words("Show the value", "成果を示す"),
        (
            StarterStep(Words("Go through the goals again with the customer", "顧客と目標を見直す"), 3),
            StarterStep(Words("Recall with the buyer why it was bought", "導入の決め手を購入者と確認する"), 5),
            StarterStep(Words("Say which result would show the value", "価値を示す成果を決める"), 10, _CUSTOMER),
            StarterStep(Words("Agree a plan that raises use", "利用を増やす計画に合意する"), 14),
        ),
    ),
    Signal.STALLED: Starter(
        Words("Get the implementation going", "導入を動かす"),
        (
            StarterStep(Words("Shorten the way to first value", "最初の成果までの道のりを短縮する"), 3),
            StarterStep(Words("Split the scope", "対象範囲を分割する"), 7),
            StarterStep(Words("Start with one part", "一部から利用を始める"), 14, _CUSTOMER),
        ),
    ),
    Signal.SPONSOR_LEFT: Starter(
        Words("Win the successor", "後任者の支持を得る"),
        (
            StarterStep(Words("Ask who takes over", "後任者を確認する"), 2),
            StarterStep(
                Words("Hand over: goals, results so far, plan", "目標・これまでの成果・計画を引き継ぐ"),
                7,
                material=Material.USE,
            ),
            StarterStep(Words("Share the know-how with several people", "ノウハウを複数の担当者に共有する"), 14),
        ),
    ),
    Signal.LOW_ADOPTION: Starter(
        Words("Raise adoption", "定着を進める"),
        (
            StarterStep(Words("Analyse what they need", "ニーズを分析する"), 5),
            StarterStep(Words("Map usable features to their journey", "使える機能を業務の流れに当てはめる"), 10),
            StarterStep(
                Words("Show their use and its return", "利用実績と投資対効果を共有する"), 14, material=Material.USE
            ),
        ),
    ),
    Signal.ACQUIRED: Starter(
        Words("Win the new owners", "新しい親会社の支持を得る"),
        (
            StarterStep(Words("Find out who decides now", "新しい決裁者を確認する"), 3),
            StarterStep(Words("Present to the new top", "新しい経営陣に提案する"), 10),
            StarterStep(Words("Look for use in the rest of the group", "グループ内での展開を探る"), 21),
        ),
    ),
    Signal.MISSING_FEATURES: Starter(
        Words("Show where the product goes", "製品の方向性を示す"),
        (
            StarterStep(Words("Check the wishes against the roadmap", "要望を開発計画と照合する"), 3),
            StarterStep(Words("Show what is coming, and when", "今後の提供内容と時期を説明する"), 10),
            StarterStep(Words("Work out one wish together", "要望を一緒に具体化する"), 21, _CUSTOMER),
        ),
    ),
    Signal.NEW_STRATEGY: Starter(
        Words("Act before rivals do", "競合より先に動く"),
        (
            StarterStep(Words("Ask the champion what is planned", "推進者に状況を聞く"), 1),
            StarterStep(Words("Call the top", "経営層に連絡する"), 2),
            StarterStep(Words("Restate the value and the return", "価値と投資対効果をあらためて示す"), 5),
        ),
    ),
    Signal.QUALITY: Starter(
        Words("Solve, and report unasked", "解決と自発的な報告"),
        (
            StarterStep(Words("Offer an expert's workaround", "専門担当による回避策を示す"), 2),
            StarterStep(Words("Show that the whole company works on it", "全社で取り組んでいることを伝える"), 5),
            StarterStep(Words("Send progress", "進捗を送る"), 7, repeat_days=7),
        ),
    ),
    Signal.NOT_BEST: Starter(
        Words("Fit again", "適合を見直す"),
        (
            StarterStep(Words("Write down their use cases and measures", "用途と評価指標を整理する"), 5),
            StarterStep(Words("Find the gap to the ideal customer", "理想的な顧客像との差を確認する"), 7),
            StarterStep(Words("Propose another way", "別の進め方を提案する"), 14),
            StarterStep(
                Words("Send the case study of a customer like them", "類似顧客の事例を送る"), 14, material=Material.FILE
            ),
        ),
    ),
    Signal.CSM: Starter(
        Words("Repair the relationship", "関係を修復する"),
        (
            StarterStep(Words("Contact the customer, without defending", "言い訳をせずに顧客と話す"), 1),
            StarterStep(Words("Agree what will be different", "今後の改善点に合意する"), 7),
            StarterStep(Words("Decide whether the owner changes", "担当変更の要否を決める"), 14),
        ),
    ),
    Signal.SCORE_DROP: Starter(
        Words("Find out why health fell", "ヘルス低下の原因を確かめる"),
        (
            StarterStep(Words("Talk to the customer about what has changed", "変化した点を顧客に聞く"), 1),
            StarterStep(Words("Agree what is done against the cause", "原因への対応に合意する"), 5),
            StarterStep(Words("Look whether health has recovered", "ヘルスが回復したか確認する"), 30),
        ),
    ),
    Signal.LOW_CSAT: Starter(
        Words("Step in after a low CSAT", "CSAT低下に対応する"),
        (
            StarterStep(Words("Call who answered, and find the true complaint", "回答者から本当の不満を聞く"), 2),
            StarterStep(Words("Tell what was done about it", "対応の結果を伝える"), 10),
        ),
    ),
    Signal.PEAK: Starter(
        Words("Ask for a review", "レビューを依頼する"),
        (
            StarterStep(Words("Mail to ask for a review or reference", "レビュー・事例紹介を依頼するメールを送る"), 1),
            StarterStep(Words("Write the review", "レビューを書く"), 10, _CUSTOMER),
            StarterStep(Words("Call to say thank you", "お礼の電話をする"), 14),
        ),
    ),
}
