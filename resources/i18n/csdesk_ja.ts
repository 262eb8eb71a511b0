<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About csdesk</source>
        <translation>csdeskについて</translation>
    </message>
    <message>
        <source>An offline desk for customer-success teams: spreadsheet in, churn and health on screen, Excel out.</source>
        <translation>カスタマーサクセスチームのためのオフラインアプリです。スプレッドシートを取り込み、解約率とヘルスを確認し、Excelに出力できます。</translation>
    </message>
    <message>
        <source>Everything stays in one file on this machine. csdesk never speaks to a network.</source>
        <translation>データはすべて、このパソコンの1つのファイルに保存されます。csdeskがネットワークに接続することはありません。</translation>
    </message>
    <message>
        <source>The book is not encrypted. Keep it on an encrypted disk if others can reach this machine.</source>
        <translation>ブックは暗号化されていません。ほかの人がこのパソコンを使える場合は、暗号化されたディスクに保存してください。</translation>
    </message>
    <message>
        <source>Noto Sans JP is shipped under the SIL Open Font License 1.1.</source>
        <translation>Noto Sans JPは、SIL Open Font License 1.1のもとで同梱しています。</translation>
    </message>
</context>
<context>
    <name>AccountHeader</name>
    <message>
        <source>MRR over two years</source>
        <translation>直近2年のMRR</translation>
    </message>
    <message>
        <source>Review...</source>
        <translation>レビュー…</translation>
    </message>
    <message>
        <source>The account review, for its customer</source>
        <translation>お客様向けのアカウントレビュー</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>not paying</source>
        <translation>課金なし</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>ARR</source>
        <translation>ARR</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>更新日</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>契約開始</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>History</source>
        <translation>変更履歴</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Touch logged: {name}</source>
        <translation>タッチを記録しました：{name}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>利用</translation>
    </message>
    <message>
        <source>Timeline, use or history</source>
        <translation>タイムライン・利用・変更履歴</translation>
    </message>
</context>
<context>
    <name>AccountReview</name>
    <message>
        <source>Account review</source>
        <translation>アカウントレビュー</translation>
    </message>
    <message>
        <source>Account review: {name}</source>
        <translation>アカウントレビュー：{name}</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, +7, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、+7、2024-04-01</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Language of the review</source>
        <translation>レビューの言語</translation>
    </message>
    <message>
        <source>What the customer can look forward to</source>
        <translation>お客様にお知らせする今後の機能や予定</translation>
    </message>
    <message>
        <source>What is coming</source>
        <translation>今後の予定</translation>
    </message>
    <message>
        <source>Write PDF...</source>
        <translation>PDFを書き出す…</translation>
    </message>
    <message>
        <source>Write workbook...</source>
        <translation>Excelで書き出す…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>記載する項目</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>The customer reads its own goals, use, tickets, answers and contract days, and when you met whom. Notes, health, risks and amounts stay here.</source>
        <translation>お客様に渡るのは、お客様自身の目標・利用状況・問い合わせ・回答・契約期日と、面談の日付・相手だけです。メモ、ヘルス、リスク、金額は記載されません。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Excelブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>{file} written</source>
        <translation>{file} を書き出しました</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} を書き出しています</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>{shown} of {whole} accounts</source>
        <translation>{whole}件中{shown}件</translation>
    </message>
    <message>
        <source>{whole} accounts</source>
        <translation>{whole}件</translation>
    </message>
    <message>
        <source>{n} accounts changed</source>
        <translation>{n}件のアカウントを変更しました</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>アカウントの追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>追加しました：{name}</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>ビューを保存</translation>
    </message>
    <message>
        <source>Keep filter, order and columns under this name</source>
        <translation>絞り込み・並べ替え・列をこの名前で保存します</translation>
    </message>
    <message>
        <source>{n} cells had no place or cannot be edited, and were left out</source>
        <translation>貼り付け先がない、または編集できない{n}個のセルは反映されませんでした</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>No account fits “{words}”.</source>
        <translation>「{words}」に一致するアカウントはありません。</translation>
    </message>
    <message>
        <source>No account in this view.</source>
        <translation>このビューに該当するアカウントはありません。</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>自分の担当</translation>
    </message>
    <message>
        <source>Renewals 90 days</source>
        <translation>90日以内に更新</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1件</translation>
    </message>
    <message>
        <source>{n} accounts moved to the bin with all that belongs to them</source>
        <translation>{n}件のアカウントを関連データごとゴミ箱に移動しました</translation>
    </message>
    <message>
        <source>Filter   Ctrl+F</source>
        <translation>絞り込み&#x3000;Ctrl+F</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Keep filter, order and columns as a tab, for the whole team</source>
        <translation>絞り込み・並べ替え・列をタブとして保存し、チームで共有します</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>アカウントを追加</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>アカウントはまだありません</translation>
    </message>
    <message>
        <source>Import the list you keep now, or add a customer by hand.</source>
        <translation>お使いの一覧を取り込むか、手入力で顧客を追加してください。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
</context>
<context>
    <name>AdoptionSheet</name>
    <message>
        <source>Adoption and judgement of every account</source>
        <translation>全アカウントの活用状況と評価</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手入力</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>No data yet: type a value from 0 to 100.</source>
        <translation>データがありません。0～100の値を入力できます。</translation>
    </message>
    <message>
        <source>Set by hand on {day}.</source>
        <translation>{day}に手入力。</translation>
    </message>
    <message>
        <source>Measured: {raw}, as of {day}.</source>
        <translation>実測値：{raw}（{day}時点）。</translation>
    </message>
    <message>
        <source>Thresholds: {points}</source>
        <translation>しきい値：{points}</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Survey answer</source>
        <translation>アンケート回答</translation>
    </message>
    <message>
        <source>New survey answer</source>
        <translation>アンケート回答の追加</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>調査</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>回答者</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>質問の対象</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>点数の向き</translation>
    </message>
    <message>
        <source>{survey} runs from {least} to {most} in whole numbers; “{seen}” is not on it.</source>
        <translation>{survey}は{least}～{most}の整数で入力してください（「{seen}」は範囲外です）。</translation>
    </message>
    <message>
        <source>An answer needs its day, today or earlier. Try: today, -2, 2024-04-01.</source>
        <translation>回答日を今日以前の日付で入力してください（例：今日、-2、2024-04-01）。</translation>
    </message>
    <message>
        <source>from {least} to {most}</source>
        <translation>{least}～{most}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Direction (CES)</source>
        <translation>点数の向き（CES）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
</context>
<context>
    <name>AnswersPart</name>
    <message>
        <source>Survey answers</source>
        <translation>アンケートの回答</translation>
    </message>
    <message>
        <source>No answers yet. Add them one by one, or import a survey&apos;s results.</source>
        <translation>まだ回答がありません。1件ずつ追加するか、アンケートの結果を取り込んでください。</translation>
    </message>
    <message>
        <source>No answer fits “{words}”.</source>
        <translation>「{words}」に当てはまる回答はありません。</translation>
    </message>
    <message>
        <source>All surveys</source>
        <translation>すべてのアンケート</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Filter answers ...</source>
        <translation>回答を絞り込む…</translation>
    </message>
    <message>
        <source>Filter answers</source>
        <translation>回答の絞り込み</translation>
    </message>
    <message>
        <source>Add answer</source>
        <translation>回答を追加</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Open account</source>
        <translation>アカウントを開く</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>元データ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>{name} (decides)</source>
        <translation>{name}（決裁者）</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>回答者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>質問の対象</translation>
    </message>
    <message>
        <source>Direction (CES)</source>
        <translation>点数の向き（CES）</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>typed in here</source>
        <translation>この画面で入力</translation>
    </message>
</context>
<context>
    <name>AnswersSheet</name>
    <message>
        <source>Expanded</source>
        <translation>拡大した顧客</translation>
    </message>
    <message>
        <source>NRR</source>
        <translation>NRR</translation>
    </message>
    <message>
        <source>Size after 3 years</source>
        <translation>3年後の規模</translation>
    </message>
    <message>
        <source>Logo churn</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>Poor-fit churn</source>
        <translation>不適合の解約</translation>
    </message>
    <message>
        <source>Discount cut</source>
        <translation>値引き率の低下幅</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き率</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>紹介の割合</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
</context>
<context>
    <name>AnyAnswerDialog</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名前の一部</translation>
    </message>
    <message>
        <source>Choose the account: type part of its name, then Enter.</source>
        <translation>アカウントを選んでください（名前の一部を入力してEnter）。</translation>
    </message>
</context>
<context>
    <name>AroundSheet</name>
    <message>
        <source>The sheet around the cell</source>
        <translation>セルの前後の表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>csdesk takes Excel and text tables, and its own books.</source>
        <translation>取り込めるのは、Excelやテキストの表と、csdeskのブックです。</translation>
    </message>
    <message>
        <source>Make or open a book first, then drop the spreadsheet on it.</source>
        <translation>先にブックを作成するか開いてから、スプレッドシートをドロップしてください。</translation>
    </message>
</context>
<context>
    <name>ArrivingCopy</name>
    <message>
        <source>A copy of this book</source>
        <translation>このブックのコピー</translation>
    </message>
    <message>
        <source>{name} is a copy of the open book. Merge what was done in it into this book, or open it instead?</source>
        <translation>{name} は、開いているブックのコピーです。そこで行われた変更をこのブックに統合しますか。それとも、代わりに開きますか。</translation>
    </message>
    <message>
        <source>Merge into this book</source>
        <translation>このブックに統合</translation>
    </message>
    <message>
        <source>Open it instead</source>
        <translation>代わりに開く</translation>
    </message>
</context>
<context>
    <name>AskedDialog</name>
    <message>
        <source>Who was asked</source>
        <translation>アンケートの依頼</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Autumn survey</source>
        <translation>秋の調査</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>依頼日</translation>
    </message>
    <message>
        <source>All who were asked, those who answered among them.</source>
        <translation>回答した人も含む、依頼した人の総数です。</translation>
    </message>
    <message>
        <source>People asked</source>
        <translation>依頼人数</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>調査名</translation>
    </message>
    <message>
        <source>How many people were asked? A whole number from 1 up.</source>
        <translation>依頼した人数を1以上の整数で入力してください。</translation>
    </message>
    <message>
        <source>When were they asked? A day, today or earlier: today, -2, 2024-04-01.</source>
        <translation>依頼した日を今日以前で入力してください（例：今日、-2、2024-04-01）。</translation>
    </message>
</context>
<context>
    <name>AskedPart</name>
    <message>
        <source>Who was asked</source>
        <translation>アンケートの依頼</translation>
    </message>
    <message>
        <source>Not known who was asked, so no response rate can be told. Note how many people were asked, and when.</source>
        <translation>依頼した人数の記録がないため、回答率を算出できません。何人にいつ依頼したかを記録してください。</translation>
    </message>
    <message>
        <source>An answer counts to the latest asking of its person or account in the {n} days before it.</source>
        <translation>回答は、{n}日以内で最も新しい、本人またはアカウントへの依頼に対応づけます。</translation>
    </message>
    <message>
        <source>Note who was asked</source>
        <translation>依頼を記録</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>People asked</source>
        <translation>依頼人数</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>調査名</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>typed in here</source>
        <translation>この画面で入力</translation>
    </message>
</context>
<context>
    <name>BackTest</name>
    <message>
        <source>The health model on the past</source>
        <translation>ヘルスモデルを過去のデータで検証</translation>
    </message>
    <message>
        <source>With these weights: {said}</source>
        <translation>この重みの場合：{said}</translation>
    </message>
    <message>
        <source>Renewals and churns ({n})</source>
        <translation>更新と解約（{n}件）</translation>
    </message>
    <message>
        <source>In another band today ({n})</source>
        <translation>現在の判定が変わる顧客（{n}件）</translation>
    </message>
    <message>
        <source>Weights to try</source>
        <translation>試す重み</translation>
    </message>
    <message>
        <source>Weights to try: {profile}</source>
        <translation>試す重み：{profile}</translation>
    </message>
    <message>
        <source>As they are in force</source>
        <translation>現在の重みに戻す</translation>
    </message>
    <message>
        <source>Lists of the trial</source>
        <translation>検証の一覧</translation>
    </message>
    <message>
        <source>Each renewal and churn of 36 months, with the score of the month end at least 90 days before it. Unknown accounts are in no pair.</source>
        <translation>過去36か月の更新と解約を、その90日以上前の直近の月末時点のスコアと照らし合わせます。判定が「不明」の顧客は組に含めません。</translation>
    </message>
    <message>
        <source>Keep these weights</source>
        <translation>この重みを保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{factor}: weight</source>
        <translation>{factor}：重み</translation>
    </message>
    <message>
        <source>Scoring the past …</source>
        <translation>過去のスコアを計算中…</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups of {name}</source>
        <translation>{name}のバックアップ</translation>
    </message>
    <message>
        <source>Restore this one</source>
        <translation>このバックアップから復元</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>中身を見る</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>その後の変更</translation>
    </message>
    <message>
        <source>The book as it is now is kept beside the restored one. Nothing is lost.</source>
        <translation>現在のブックは別名で残るため、何も失われません。</translation>
    </message>
    <message>
        <source>Changed in the book since then</source>
        <translation>このバックアップ以降の変更</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Comparing ...</source>
        <translation>比較しています…</translation>
    </message>
    <message>
        <source>There is no backup beside this book.</source>
        <translation>このブックのバックアップはありません。</translation>
    </message>
</context>
<context>
    <name>BalanceSheet</name>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Revenue of the months</source>
        <translation>期間中の売上</translation>
    </message>
    <message>
        <source>Acquisition and retention cost</source>
        <translation>獲得・維持費用</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>差引</translation>
    </message>
    <message>
        <source>Revenue exceeds costs</source>
        <translation>売上が費用を上回るか</translation>
    </message>
    <message>
        <source>● yes</source>
        <translation>● 上回る</translation>
    </message>
    <message>
        <source>■ no: review</source>
        <translation>■ 下回る（要見直し）</translation>
    </message>
</context>
<context>
    <name>BandTrials</name>
    <message>
        <source>Band</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Bands and what became of them</source>
        <translation>判定ごとの結果</translation>
    </message>
</context>
<context>
    <name>BehaviourPart</name>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Whose use</source>
        <translation>集計の単位</translation>
    </message>
    <message>
        <source>Groups by use</source>
        <translation>利用量別グループ</translation>
    </message>
    <message>
        <source>Use before {period}, and who left in it. Equal use is never split between groups.</source>
        <translation>{period}より前の利用量で分け、期間中の離脱を比べています。利用量が同じ先は同じグループになります。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>利用量</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>対象数</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>離脱率</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
</context>
<context>
    <name>BestPart</name>
    <message>
        <source>MRR kept</source>
        <translation>MRR継続率</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>上位の基準</translation>
    </message>
    <message>
        <source>What the best quarter did</source>
        <translation>上位25%がしていたこと</translation>
    </message>
    <message>
        <source>Use: {measure}</source>
        <translation>利用：{measure}</translation>
    </message>
    <message>
        <source>{k} of {n} accounts, {period}, and what was done before. Of twenty rows one differs by chance.</source>
        <translation>{n}社中の上位{k}社（{period}）と、それ以前の取り組みを比べています。20行に1行程度は偶然でも差が出ます。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>取り組み</translation>
    </message>
    <message>
        <source>Best quarter</source>
        <translation>上位25%</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Best against others</source>
        <translation>その他との差</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>What was deleted</source>
        <translation>削除した項目</translation>
    </message>
    <message>
        <source>Nothing in the bin fits “{words}”.</source>
        <translation>ゴミ箱に「{words}」に一致する項目はありません。</translation>
    </message>
    <message>
        <source>Find in the bin ...</source>
        <translation>ゴミ箱を検索…</translation>
    </message>
    <message>
        <source>Find in the bin</source>
        <translation>ゴミ箱を検索</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>ゴミ箱は空です</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Just as it was, with all that went with it; this can be undone</source>
        <translation>一緒に削除されたデータも含めて、削除前の状態に戻します（取り消し可能）</translation>
    </message>
    <message>
        <source>Delete for good ...</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>Delete what is older than {n} days ...</source>
        <translation>{n}日より前に削除した項目を完全に削除…</translation>
    </message>
    <message>
        <source>Empty the bin ...</source>
        <translation>ゴミ箱を空にする…</translation>
    </message>
    <message>
        <source>What you delete waits here, with all that belongs to it, until you put it back or delete it for good. Nothing is deleted for good by itself.</source>
        <translation>削除した項目は、関連データとともにここに保管されます。いつでも復元でき、完全に削除することもできます。自動で完全に削除されることはありません。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除日時</translation>
    </message>
    <message>
        <source>By</source>
        <translation>削除者</translation>
    </message>
    <message>
        <source>Went with it</source>
        <translation>一緒に削除されたデータ</translation>
    </message>
</context>
<context>
    <name>BoardCard</name>
    <message>
        <source>New board workbook</source>
        <translation>経営報告ブックの作成</translation>
    </message>
    <message>
        <source>A cover, figures beside targets and the year before, movements, retention, cohorts, health, risks, churn reasons, wins, actions and where it all comes from, in one Excel file with native charts. Every figure is the one on screen.</source>
        <translation>表紙、目標・前年同期と並べた主要指標、MRRの増減、継続率、コホート、ヘルス、リスク、解約理由、成果、アクション、出典を、グラフ付きの1つのExcelファイルにまとめます。数値はすべて画面と同じです。</translation>
    </message>
    <message>
        <source>Write workbook...</source>
        <translation>ブックを作成...</translation>
    </message>
    <message>
        <source>Period kind</source>
        <translation>期間の種類</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>レポートの言語</translation>
    </message>
    <message>
        <source>The name on the cover</source>
        <translation>表紙に載る名前</translation>
    </message>
    <message>
        <source>The board of October, the bank ...</source>
        <translation>10月の取締役会、銀行など</translation>
    </message>
    <message>
        <source>Without customer names</source>
        <translation>顧客名を伏せる</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>基準日</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>提出先</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
</context>
<context>
    <name>BridgeItemSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Won deal</source>
        <translation>受注商談</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Deals and cancellations behind CMRR</source>
        <translation>CMRRの内訳（受注と解約）</translation>
    </message>
    <message>
        <source>Not counted: no exchange rate of {currency}</source>
        <translation>集計対象外（{currency}のレートなし）</translation>
    </message>
</context>
<context>
    <name>BridgePart</name>
    <message>
        <source>From MRR to CMRR</source>
        <translation>MRRからCMRRへの内訳</translation>
    </message>
    <message>
        <source>What is signed, and what is known to end, within the horizon.</source>
        <translation>対象期間内に、契約済みの増加分と、終了が決まっている減少分です。</translation>
    </message>
    <message>
        <source>Chart from MRR to CMRR</source>
        <translation>MRRからCMRRまでのグラフ</translation>
    </message>
</context>
<context>
    <name>BridgeSheet</name>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全体</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Column to set</source>
        <translation>変更する列</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新しい値</translation>
    </message>
    <message>
        <source>Set for all</source>
        <translation>一括設定</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n}件を選択中</translation>
    </message>
</context>
<context>
    <name>CalendarOut</name>
    <message>
        <source>Save a calendar file</source>
        <translation>カレンダーファイルを保存</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>カレンダー (*.ics)</translation>
    </message>
    <message>
        <source>{file} written: {n} days</source>
        <translation>{file} を書き出しました（{n}件）</translation>
    </message>
</context>
<context>
    <name>CandidateSheet</name>
    <message>
        <source>✕ lost</source>
        <translation>✕ 解約</translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation>✓ 継続</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>試算での扱い</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>現在の状態</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
</context>
<context>
    <name>CardsModel</name>
    <message>
        <source>{share} covered</source>
        <translation>充足率{share}</translation>
    </message>
</context>
<context>
    <name>ChartCopies</name>
    <message>
        <source>Copy picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>数値をコピー</translation>
    </message>
    <message>
        <source>Save as PNG...</source>
        <translation>PNGで保存...</translation>
    </message>
    <message>
        <source>Save as SVG...</source>
        <translation>SVGで保存...</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>PDFとして保存…</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>画像をコピーしました</translation>
    </message>
    <message>
        <source>Figures copied</source>
        <translation>数値をコピーしました</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>{file}を保存しました</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>グラフを保存</translation>
    </message>
</context>
<context>
    <name>CheckBook</name>
    <message>
        <source>Check of the book</source>
        <translation>ブックの点検</translation>
    </message>
    <message>
        <source>Looking at every row, the history and the file itself ...</source>
        <translation>すべての行、変更履歴、ファイル自体を点検しています...</translation>
    </message>
    <message>
        <source>The book is sound: every row is as it was written. Checked {at}.</source>
        <translation>問題は見つかりませんでした。すべての行が書き込んだときのままです（{at} に点検）。</translation>
    </message>
    <message>
        <source>The check found what should not be ({count}). Nothing was changed. You can go back to a backup, or have all that can be read put into a new book.</source>
        <translation>点検で問題が{count}件見つかりました。変更は行っていません。バックアップに戻すか、読み取れる内容を新しいブックに救出できます。</translation>
    </message>
    <message>
        <source>Rescue into a new book ...</source>
        <translation>新しいブックに救出...</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>バックアップの一覧</translation>
    </message>
</context>
<context>
    <name>CohortChoices</name>
    <message>
        <source>What the cohorts follow</source>
        <translation>コホートの集計対象</translation>
    </message>
    <message>
        <source>Weeks or months</source>
        <translation>週または月</translation>
    </message>
    <message>
        <source>What makes a user active</source>
        <translation>アクティブとみなす利用</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>利用指標</translation>
    </message>
    <message>
        <source>At least so much in each period</source>
        <translation>各期間の最小値</translation>
    </message>
</context>
<context>
    <name>CohortModel</name>
    <message>
        <source>Started {start}</source>
        <translation>{start}開始</translation>
    </message>
    <message>
        <source>{who}, {aged}: {share} ({part} of {whole})</source>
        <translation>{who}、{aged}：{share}（{whole}のうち{part}）</translation>
    </message>
    <message>
        <source> · fewer than 10, too few to compare</source>
        <translation>・10件未満のため比較不可</translation>
    </message>
    <message>
        <source>{period} or before</source>
        <translation>{period}以前</translation>
    </message>
</context>
<context>
    <name>CohortsPage</name>
    <message>
        <source>Everybody</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Whose cohorts</source>
        <translation>コホートのグループ</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>％</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>実数</translation>
    </message>
    <message>
        <source>Figures in the cohorts</source>
        <translation>コホートの数値の表示</translation>
    </message>
    <message>
        <source>Cohorts by start</source>
        <translation>開始時期別コホート</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>{day}時点</translation>
    </message>
    <message>
        <source>No cohorts yet</source>
        <translation>コホートがまだありません</translation>
    </message>
    <message>
        <source>Cohorts follow customers that began together. Import contracts with their start, or a log of use with its days: each month or week of beginners becomes a row.</source>
        <translation>コホートは、同じ時期に始めた顧客をまとめて追跡します。開始日のある契約、または日付のある利用ログを取り込むと、開始した月や週ごとに1行になります。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>スプレッドシートを取り込む</translation>
    </message>
    <message>
        <source>Role: {name}</source>
        <translation>役割：{name}</translation>
    </message>
    <message>
        <source>Rows began together; columns are the time since. What is not yet known stays empty.</source>
        <translation>行は同じ時期に開始したグループ、列は開始からの経過です。まだわからない期間は空欄のままです。</translation>
    </message>
    <message>
        <source>No record of use names a user: these are accounts, by their first use.</source>
        <translation>利用記録にユーザー名がないため、アカウントを最初の利用時期で集計しています。</translation>
    </message>
    <message>
        <source>Weeks run from Monday to Sunday and bear their ISO numbers.</source>
        <translation>週は月曜始まりで、番号はISO週番号です。</translation>
    </message>
    <message>
        <source>Left out, for they name no user: {n} rows.</source>
        <translation>ユーザー名がないため除外：{n}行。</translation>
    </message>
    <message>
        <source>Left out, for they cover a whole month: {n} rows.</source>
        <translation>月単位の記録のため除外：{n}行。</translation>
    </message>
</context>
<context>
    <name>ColumnFields</name>
    <message>
        <source>(keep as a column of its own)</source>
        <translation>（独自の列として残す）</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>（取り込まない）</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>対応する項目</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表の列</translation>
    </message>
    <message>
        <source>▲ is this the {field}? Choose</source>
        <translation>▲ {field}ですか？（選択）</translation>
    </message>
    <message>
        <source>{field} is taken from “{column}”</source>
        <translation>「{field}」には「{column}」の列を使っています</translation>
    </message>
    <message>
        <source>please look</source>
        <translation>ご確認ください</translation>
    </message>
</context>
<context>
    <name>ComingRenewals</name>
    <message>
        <source>Renewals of the next {days} days</source>
        <translation>今後{days}日間の更新</translation>
    </message>
    <message>
        <source>Renewals: {n}, of which {planned} have a next step.</source>
        <translation>更新{n}件のうち、次の対応があるもの：{planned}件</translation>
    </message>
    <message>
        <source>Renewals at high risk: {n}, of which {planned} have a next step.</source>
        <translation>高リスクの更新{n}件のうち、次の対応があるもの：{planned}件</translation>
    </message>
    <message>
        <source>no next step yet</source>
        <translation>対応未定</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>更新日</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>要因</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>次の対応</translation>
    </message>
</context>
<context>
    <name>ComparedSheet</name>
    <message>
        <source>As it would be</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>現状のまま</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>差</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Type</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>What happened? Enter logs it</source>
        <translation>やり取りの内容を入力（Enterで記録）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>所要時間（分）</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記録</translation>
    </message>
</context>
<context>
    <name>Computers</name>
    <message>
        <source>Open on another computer</source>
        <translation>別のコンピューターでも開かれています</translation>
    </message>
    <message>
        <source>One computer at a time</source>
        <translation>同時に編集するのは1台だけに</translation>
    </message>
    <message>
        <source>A second version of the book</source>
        <translation>ブックの別の版があります</translation>
    </message>
    <message>
        <source>Merge one of them ...</source>
        <translation>いずれかを統合...</translation>
    </message>
    <message>
        <source>Open one read-only ...</source>
        <translation>いずれかを読み取り専用で開く...</translation>
    </message>
    <message>
        <source>Merge into this book</source>
        <translation>このブックに統合</translation>
    </message>
    <message>
        <source>Open it read-only</source>
        <translation>読み取り専用で開く</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Contact</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>担当者の追加</translation>
    </message>
    <message>
        <source>Decides about renewal</source>
        <translation>更新の決裁者</translation>
    </message>
    <message>
        <source>Executive</source>
        <translation>役員</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>退職・異動日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation>担当者の名前を入力してください。</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, yesterday, -2, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、昨日、-2、2024-04-01</translation>
    </message>
</context>
<context>
    <name>ContractDialog</name>
    <message>
        <source>Contract line</source>
        <translation>契約明細</translation>
    </message>
    <message>
        <source>New contract line</source>
        <translation>契約明細の追加</translation>
    </message>
    <message>
        <source>The price without its discount, for the same months as the amount.</source>
        <translation>値引き前の金額です（契約金額と同じ月数分）。</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Renewal date</source>
        <translation>契約更新日</translation>
    </message>
    <message>
        <source>Notice deadline</source>
        <translation>解約通知期限</translation>
    </message>
    <message>
        <source>Cancelled on</source>
        <translation>解約申込日</translation>
    </message>
    <message>
        <source>The day the customer said so, whenever service ends.</source>
        <translation>サービスの終了日にかかわらず、顧客が解約を申し出た日です。</translation>
    </message>
    <message>
        <source>Last day of service</source>
        <translation>利用終了日</translation>
    </message>
    <message>
        <source>Discount ends</source>
        <translation>値引き終了日</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Other currencies count at the exchange rates that the book has for each month.</source>
        <translation>外貨は、登録した各月の為替レートで換算します。</translation>
    </message>
    <message>
        <source>Kind of charge</source>
        <translation>課金種別</translation>
    </message>
    <message>
        <source>Only what recurs is MRR; use with a minimum recurs by that minimum.</source>
        <translation>MRRに含まれるのは継続課金だけです。最低利用料のある従量課金は、最低利用料を継続課金として入力します。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Renews by itself</source>
        <translation>自動更新</translation>
    </message>
    <message>
        <source>as the contract lines tell</source>
        <translation>契約明細から判定</translation>
    </message>
    <message>
        <source>Why MRR changed</source>
        <translation>MRRの増減理由</translation>
    </message>
    <message>
        <source>Why MRR rose or fell with this line, where it followed another or was added.</source>
        <translation>この明細が前の契約に続くとき、または追加されたときに、MRRが増減した理由です。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>理由の分類</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>製品</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>定価</translation>
    </message>
    <message>
        <source>Months it covers</source>
        <translation>対象月数</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席数</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>終了理由</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, +7, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、+7、2024-04-01</translation>
    </message>
    <message>
        <source>A contract line needs the day it starts.</source>
        <translation>開始日を入力してください。</translation>
    </message>
    <message>
        <source>This amount is not understood. Try: 120,000.</source>
        <translation>金額を読み取れません。例：120,000</translation>
    </message>
</context>
<context>
    <name>ContractsCard</name>
    <message>
        <source>Contracts</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>{n} not running now</source>
        <translation>ほかの契約 {n}件（終了・開始前）</translation>
    </message>
    <message>
        <source>No contract line recorded.</source>
        <translation>契約明細はまだありません。</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start}～{end}</translation>
    </message>
    <message>
        <source>{start} to {end}, renewed</source>
        <translation>{start}～{end}（更新済み）</translation>
    </message>
    <message>
        <source>since {start}, renewal of {term} undecided</source>
        <translation>{start}から。{term}の更新が未定</translation>
    </message>
    <message>
        <source>since {start}, renews {term}</source>
        <translation>{start}から。更新日 {term}</translation>
    </message>
    <message>
        <source>since {start}, renews itself {term}</source>
        <translation>{start}から、{term}に自動更新</translation>
    </message>
    <message>
        <source>since {start}</source>
        <translation>{start}から</translation>
    </message>
    <message>
        <source>cancelled {day}</source>
        <translation>解約申込 {day}</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Open read-only</source>
        <translation>読み取り専用で開く</translation>
    </message>
    <message>
        <source>csdesk books</source>
        <translation>csdeskのブック</translation>
    </message>
    <message>
        <source>{name} - copy</source>
        <translation>{name} - コピー</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Save an encrypted copy</source>
        <translation>暗号化したコピーを保存</translation>
    </message>
    <message>
        <source>Encrypted csdesk books</source>
        <translation>暗号化されたcsdeskのブック</translation>
    </message>
    <message>
        <source>Only those who know this password can open {name}.</source>
        <translation>{name} を開けるのは、このパスワードを知っている人だけです。</translation>
    </message>
    <message>
        <source>Files that steps link to are not in it.</source>
        <translation>対応にリンクしたファイルは含まれません。</translation>
    </message>
    <message>
        <source>Encrypting {name}</source>
        <translation>{name} を暗号化しています</translation>
    </message>
    <message>
        <source>Merge a colleague&apos;s copy</source>
        <translation>コピーを統合</translation>
    </message>
    <message>
        <source>Encrypted copy saved: {name}</source>
        <translation>暗号化したコピーを保存しました: {name}</translation>
    </message>
    <message>
        <source>Copy saved: {name}</source>
        <translation>コピーを保存しました: {name}</translation>
    </message>
</context>
<context>
    <name>CopiesMerged</name>
    <message>
        <source>Copies brought in</source>
        <translation>取り込んだコピー</translation>
    </message>
    <message>
        <source>Newest first. What was not taken of either side is kept here.</source>
        <translation>新しい順に表示しています。採用しなかった側の値もここに残っています。</translation>
    </message>
    <message>
        <source>Done in the copy</source>
        <translation>コピー側の操作</translation>
    </message>
    <message>
        <source>Asked and taken</source>
        <translation>確認した項目と採用した値</translation>
    </message>
    <message>
        <source>What came with it</source>
        <translation>取り込んだ内容</translation>
    </message>
    <message>
        <source>No copy of this book has been merged into it yet.</source>
        <translation>このブックに統合したコピーはまだありません。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Merged by</source>
        <translation>統合した人</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>undone there</source>
        <translation>コピー側で取り消し済み</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>変更者</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>その後</translation>
    </message>
    <message>
        <source>Which row</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>このブック</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>採用</translation>
    </message>
</context>
<context>
    <name>CostDialog</name>
    <message>
        <source>New cost</source>
        <translation>費用の追加</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Amount ({currency})</source>
        <translation>金額（{currency}）</translation>
    </message>
</context>
<context>
    <name>CostsPart</name>
    <message>
        <source>Costs</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>{n} cells had no place here. To add rows, press “Paste rows”.</source>
        <translation>{n}個のセルは貼り付け先がありません。行を追加するには「行を貼り付け」を押してください。</translation>
    </message>
    <message>
        <source>Add cost</source>
        <translation>費用を追加</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>行を貼り付け</translation>
    </message>
    <message>
        <source>Rows copied from a spreadsheet: month, channel, item, purpose, amount, or under headings</source>
        <translation>表計算からコピーした行（月、チャネル、費目、目的、金額の順、または見出し付き）</translation>
    </message>
    <message>
        <source>By month and channel. Type over any cell; several cells or rows are one step.</source>
        <translation>月・チャネル別。セルに直接入力できます。まとめての変更は1つの操作になります。</translation>
    </message>
    <message>
        <source>No costs entered yet. Add what winning customers cost each month, by channel where you know it, or paste rows from a spreadsheet.</source>
        <translation>費用はまだ入力されていません。顧客獲得にかかった費用を月ごと（わかればチャネル別）に追加するか、表計算から行を貼り付けてください。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>typed in here</source>
        <translation>画面で入力</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>How figures are counted</source>
        <translation>集計ルール</translation>
    </message>
    <message>
        <source>Versions and comparison ...</source>
        <translation>版と比較…</translation>
    </message>
    <message>
        <source>MRR of a month is read</source>
        <translation>各月のMRRの基準</translation>
    </message>
    <message>
        <source>at its end</source>
        <translation>月末時点</translation>
    </message>
    <message>
        <source>at its start</source>
        <translation>月初時点</translation>
    </message>
    <message>
        <source>on any day of it</source>
        <translation>月内に1日でも有効なら計上</translation>
    </message>
    <message>
        <source>An end date is</source>
        <translation>終了日の解釈</translation>
    </message>
    <message>
        <source>as found at import</source>
        <translation>取り込み時の判定どおり</translation>
    </message>
    <message>
        <source>always the last day of service</source>
        <translation>常に最終利用日とみなす</translation>
    </message>
    <message>
        <source>always the day after the last day</source>
        <translation>常に最終利用日の翌日とみなす</translation>
    </message>
    <message>
        <source>Customers who cancel are lost</source>
        <translation>解約の計上日</translation>
    </message>
    <message>
        <source>when service has ended</source>
        <translation>サービス最終日の翌日</translation>
    </message>
    <message>
        <source>on the day of cancelling, where it is known</source>
        <translation>解約の申し出があった日（分かる場合）</translation>
    </message>
    <message>
        <source> days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>none: every gap is churn and return</source>
        <translation>なし（空白はすべて解約・再開）</translation>
    </message>
    <message>
        <source>Bridge gaps of up to</source>
        <translation>継続とみなす空白の日数</translation>
    </message>
    <message>
        <source>A pause is</source>
        <translation>休止の扱い</translation>
    </message>
    <message>
        <source>a contraction, the customer stays</source>
        <translation>縮小（顧客は継続）</translation>
    </message>
    <message>
        <source>a churn</source>
        <translation>解約</translation>
    </message>
    <message>
        <source>MRR is</source>
        <translation>MRRの金額</translation>
    </message>
    <message>
        <source>net of discounts</source>
        <translation>値引き後</translation>
    </message>
    <message>
        <source>before discounts</source>
        <translation>値引き前</translation>
    </message>
    <message>
        <source>net of discounts without an end</source>
        <translation>期限のない割引だけを引いた金額</translation>
    </message>
    <message>
        <source>Logo churn is a share of</source>
        <translation>ロゴ解約率の分母</translation>
    </message>
    <message>
        <source>customers at the start</source>
        <translation>期首の顧客</translation>
    </message>
    <message>
        <source>customers at the start, and new ones</source>
        <translation>期首の顧客＋新規</translation>
    </message>
    <message>
        <source>customers whose renewal was due</source>
        <translation>更新を迎えた顧客</translation>
    </message>
    <message>
        <source>Customers who return</source>
        <translation>再開した顧客</translation>
    </message>
    <message>
        <source>do not make up for losses</source>
        <translation>減少分と相殺しない</translation>
    </message>
    <message>
        <source>make up for losses in net MRR churn</source>
        <translation>ネットMRR解約率で減少分と相殺する</translation>
    </message>
    <message>
        <source>CMRR looks</source>
        <translation>CMRRの見通し期間</translation>
    </message>
    <message>
        <source>Answers count to an asking for</source>
        <translation>回答を依頼に対応づける期間</translation>
    </message>
    <message>
        <source>All like</source>
        <translation>全体の数え方</translation>
    </message>
    <message>
        <source>This figure alone like</source>
        <translation>この指標だけの数え方</translation>
    </message>
    <message>
        <source>{figure} alone like</source>
        <translation>{figure}だけの数え方</translation>
    </message>
</context>
<context>
    <name>CoverPreview</name>
    <message>
        <source>Preview of the cover</source>
        <translation>表紙のプレビュー</translation>
    </message>
</context>
<context>
    <name>CurveCanvas</name>
    <message>
        <source>Curve: {points}</source>
        <translation>カーブ：{points}</translation>
    </message>
</context>
<context>
    <name>CurvesPart</name>
    <message>
        <source>Curves</source>
        <translation>継続カーブ</translation>
    </message>
    <message>
        <source>Choose cohorts by their names in the grid, or with Space; each point is a mean by size.</source>
        <translation>表の行見出しのクリックまたはスペースキーでコホートを選べます。各点は規模で加重した平均です。</translation>
    </message>
    <message>
        <source>What the curves compare</source>
        <translation>カーブの比較対象</translation>
    </message>
    <message>
        <source>Curves of the cohorts</source>
        <translation>コホートの継続カーブ</translation>
    </message>
    <message>
        <source>{title} (band: {band})</source>
        <translation>{title}（帯：{band}）</translation>
    </message>
</context>
<context>
    <name>CutSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>At signing</source>
        <translation>契約時</translation>
    </message>
    <message>
        <source>After renewal</source>
        <translation>更新後</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>増減（pt）</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>{day} is in the future: a next step?</source>
        <translation>{day}（未来）次の対応では？</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>読み取れません</translation>
    </message>
</context>
<context>
    <name>DealsCard</name>
    <message>
        <source>Deals</source>
        <translation>商談</translation>
    </message>
    <message>
        <source>{amount} for {n} months</source>
        <translation>{n}か月分で{amount}</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>商談</translation>
    </message>
</context>
<context>
    <name>DeeperPage</name>
    <message>
        <source>{period}, as of {day}</source>
        <translation>{period}、{day}時点</translation>
    </message>
    <message>
        <source>Nothing to dig into yet</source>
        <translation>まだ深掘りできるデータがありません</translation>
    </message>
    <message>
        <source>With contracts, their amounts and dates this page tells who grows, in which industries customers leave, and what discounts cost.</source>
        <translation>契約・金額・日付があれば、拡大した顧客、解約の多い業種、値引きの影響を表示します。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>スプレッドシートを取り込む</translation>
    </message>
    <message>
        <source>The answers by group</source>
        <translation>グループ別の結果</translation>
    </message>
    <message>
        <source>By what the figures are split by, at the top of the page.</source>
        <translation>ページ上部で選んだ項目ごとに表示します。</translation>
    </message>
    <message>
        <source>Who expanded</source>
        <translation>拡大した顧客</translation>
    </message>
    <message>
        <source>Which share of the customers pays more than a year ago?</source>
        <translation>この1年で支払いが増えた顧客はどれくらいか</translation>
    </message>
    <message>
        <source>Retention and growth by product</source>
        <translation>製品別の継続と成長</translation>
    </message>
    <message>
        <source>Which products keep their customers, and which grow?</source>
        <translation>どの製品が継続され、どの製品が伸びているか</translation>
    </message>
    <message>
        <source>Size of long-standing customers</source>
        <translation>長期顧客の契約規模</translation>
    </message>
    <message>
        <source>Do customers of three years pay more than at first?</source>
        <translation>3年以上の顧客は当初より多く支払っているか</translation>
    </message>
    <message>
        <source>Churn by industry</source>
        <translation>業種別の解約率</translation>
    </message>
    <message>
        <source>In which industry do most customers leave?</source>
        <translation>どの業種で解約が多いか</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>適合度</translation>
    </message>
    <message>
        <source>How much churn comes of selling to the wrong customer?</source>
        <translation>売る相手の選び方による解約はどれくらいか</translation>
    </message>
    <message>
        <source>Discounts at the first renewal</source>
        <translation>初回更新時の値引き</translation>
    </message>
    <message>
        <source>Do renewals win back what signing gave away?</source>
        <translation>更新時に値引きを縮小できているか</translation>
    </message>
    <message>
        <source>Discounts in force</source>
        <translation>適用中の値引き</translation>
    </message>
    <message>
        <source>Who has which discount, and until when?</source>
        <translation>どの顧客に、いつまで、どの値引きがあるか</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>紹介</translation>
    </message>
    <message>
        <source>What do customers bring who were brought by customers?</source>
        <translation>顧客の紹介で契約した顧客のMRRはどれくらいか</translation>
    </message>
</context>
<context>
    <name>DefinitionLine</name>
    <message>
        <source>Count it another way ...</source>
        <translation>別の数え方で見る…</translation>
    </message>
</context>
<context>
    <name>DefinitionSheet</name>
    <message>
        <source>Definition sheet</source>
        <translation>定義シート</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>合意日</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>合意者</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The day is not understood.</source>
        <translation>日付として読み取れません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Count as in this version ...</source>
        <translation>この版の数え方と比べる…</translation>
    </message>
</context>
<context>
    <name>DefinitionsPage</name>
    <message>
        <source>Change how it is counted ...</source>
        <translation>数え方を変更…</translation>
    </message>
    <message>
        <source>Definition sheet ...</source>
        <translation>定義シート…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Double-click on a version to read its sheet.</source>
        <translation>版をダブルクリックすると、その定義シートを開きます。</translation>
    </message>
    <message>
        <source>As others count</source>
        <translation>他社の数え方との比較</translation>
    </message>
    <message>
        <source>Choose a figure to see the accounts that make the difference.</source>
        <translation>数値を選ぶと、差の原因となるアカウントが表示されます。</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>まだ数えるものがありません</translation>
    </message>
    <message>
        <source>Once contracts are here, this page shows the same figures as csdesk, ChartMogul, Stripe, ProfitWell and Baremetrics count them, and keeps every version of how your team does.</source>
        <translation>契約を取り込むと、同じ数値を csdesk、ChartMogul、Stripe、ProfitWell、Baremetrics のそれぞれの数え方で並べて表示し、チームの定義をすべての版で残します。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表を取り込む</translation>
    </message>
    <message>
        <source>counted like {vendor}</source>
        <translation>数え方：{vendor}</translation>
    </message>
    <message>
        <source>agreed by {who}, {day}</source>
        <translation>合意：{who}（{day}）</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>By</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変更点</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>合意</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>現在の定義</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
</context>
<context>
    <name>DialogToRead</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>DifferenceAccounts</name>
    <message>
        <source>Accounts that make the difference</source>
        <translation>差の原因となるアカウント</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
</context>
<context>
    <name>DifferenceSheet</name>
    <message>
        <source>What this changes</source>
        <translation>この変更による違い</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>原因のアカウント</translation>
    </message>
</context>
<context>
    <name>DifferencesPart</name>
    <message>
        <source>These are the rules in force.</source>
        <translation>現在のルールです。</translation>
    </message>
    <message>
        <source>Figures that would change: {n}</source>
        <translation>変わる数値：{n}件</translation>
    </message>
    <message>
        <source>No figure of the periods shown would change.</source>
        <translation>表示中の期間で変わる数値はありません。</translation>
    </message>
</context>
<context>
    <name>DiscountSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>製品</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き率</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>値引き額（月額）</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>MRR at stake</source>
        <translation>対象のMRR</translation>
    </message>
    <message>
        <source>MRR without it</source>
        <translation>値引き終了後のMRR</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>期限なし</translation>
    </message>
</context>
<context>
    <name>DoubtSheet</name>
    <message>
        <source>Over a month end it counts as churn and return.</source>
        <translation>月末をまたぐ空白は、解約と再開として数えます。</translation>
    </message>
    <message>
        <source>Both contracts are counted; perhaps entered twice.</source>
        <translation>両方の契約を計上しています。二重登録の可能性があります。</translation>
    </message>
    <message>
        <source>Its term has ended; counted until decided.</source>
        <translation>契約期間が満了しています。更新が確定するまで計上を続けます。</translation>
    </message>
    <message>
        <source>Not paid in time; counted all the same.</source>
        <translation>支払いが遅れていますが、集計には含めています。</translation>
    </message>
    <message>
        <source>In no month-end movement.</source>
        <translation>月末の増減には含まれません。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>発生日</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Contracts to look at</source>
        <translation>確認が必要な契約</translation>
    </message>
</context>
<context>
    <name>DoubtsPart</name>
    <message>
        <source>To look at ({n})</source>
        <translation>要確認（{n}件）</translation>
    </message>
    <message>
        <source>Nothing to look at: no gaps, no overlaps</source>
        <translation>要確認の契約はありません（空白・重複なし）</translation>
    </message>
    <message>
        <source>Bridge gaps of up to</source>
        <translation>継続とみなす空白の日数</translation>
    </message>
    <message>
        <source> days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>変わる数値を確認</translation>
    </message>
    <message>
        <source>Holes of up to 31 days between two contracts are likely slips of the pen, not churn and return.</source>
        <translation>契約の間の31日以内の空白は、解約と再開ではなく記入もれの可能性があります。</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Progress of reading</source>
        <translation>読み込みの進み具合</translation>
    </message>
    <message>
        <source>Choose files...</source>
        <translation>ファイルを選択...</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>クリップボードから貼り付け</translation>
    </message>
    <message>
        <source>Cells copied in a spreadsheet or from a page (Ctrl+V)</source>
        <translation>表計算ソフトやWebページでコピーしたセル（Ctrl+V）</translation>
    </message>
    <message>
        <source>Save an empty template...</source>
        <translation>記入用のひな形を保存...</translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation>サンプルで試す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Drop spreadsheets here</source>
        <translation>ここに表計算ファイルをドロップ</translation>
    </message>
    <message>
        <source>Excel, CSV or text, as you keep them: contracts, customers, a sheet of customers by month, use, tickets, survey answers, touches, costs. Nothing is written before you have seen what would change.</source>
        <translation>Excel、CSV、テキストをお手元の形のままで：契約、顧客、月別の顧客一覧、利用状況、問い合わせ、アンケート回答、タッチ、費用。何が変わるかを確認するまで、何も書き込みません。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>まだ何も書き込んでいません。</translation>
    </message>
    <message>
        <source>{done} of {whole} rows</source>
        <translation>{whole}行中{done}行</translation>
    </message>
    <message>
        <source>Spreadsheets ({patterns});;All files (*)</source>
        <translation>表計算ファイル ({patterns});;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>取り込むファイルを選択</translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy cells in your spreadsheet first.</source>
        <translation>クリップボードに表がありません。先に表計算ソフトでセルをコピーしてください。</translation>
    </message>
</context>
<context>
    <name>DueReasons</name>
    <message>
        <source>Why it is here: {name}</source>
        <translation>一覧に表示する理由：{name}</translation>
    </message>
    <message>
        <source>Reasons; Enter opens one</source>
        <translation>理由（Enterで開く）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>When</source>
        <translation>期日</translation>
    </message>
</context>
<context>
    <name>DueSheet</name>
    <message>
        <source>This line is no next step. Space says that it is dealt with, Alt+S puts it off; Enter opens it.</source>
        <translation>この行は「次の対応」ではありません。Spaceで対応済みに、Alt+Sで延期、Enterで開きます。</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>対応済み：{title}</translation>
    </message>
    <message>
        <source>Put off until {day}: {title}</source>
        <translation>{day}まで延期：{title}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>対応済みにする</translation>
    </message>
    <message>
        <source>Put off until tomorrow</source>
        <translation>明日まで延期</translation>
    </message>
    <message>
        <source>Put off until Monday</source>
        <translation>月曜日まで延期</translation>
    </message>
    <message>
        <source>Put off until...</source>
        <translation>延期する日を指定...</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>表示する理由</translation>
    </message>
    <message>
        <source>Open its material</source>
        <translation>資料を開く</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>編集...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>EditTask</name>
    <message>
        <source>Next step</source>
        <translation>次の対応</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Repeats until</source>
        <translation>繰り返しの最終日</translation>
    </message>
    <message>
        <source>until</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Why it will not be done, if it will not</source>
        <translation>実施しない場合はその理由</translation>
    </message>
    <message>
        <source>Repeats every</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Skipped because</source>
        <translation>見送りの理由</translation>
    </message>
    <message>
        <source>A next step needs words.</source>
        <translation>次の対応の内容を入力してください。</translation>
    </message>
    <message>
        <source>This day is not understood. Try: tomorrow, +7, Fri, 2024-04-01.</source>
        <translation>日付を読み取れません。例：明日、+7、金曜、2024-04-01</translation>
    </message>
</context>
<context>
    <name>EditTouch</name>
    <message>
        <source>Touch</source>
        <translation>タッチ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>所要時間（分）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, yesterday, -2, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、昨日、-2、2024-04-01</translation>
    </message>
    <message>
        <source>This day is in the future. Until it has happened, it is a next step.</source>
        <translation>未来の日付は記録できません。「次の対応」に入力してください。</translation>
    </message>
</context>
<context>
    <name>EditedPart</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>EightSheet</name>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今回</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前期間</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>増減</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>To read it</source>
        <translation>補足</translation>
    </message>
</context>
<context>
    <name>EndPlay</name>
    <message>
        <source>End the play</source>
        <translation>プレイブックを終了</translation>
    </message>
    <message>
        <source>Did it help?</source>
        <translation>効果はありましたか</translation>
    </message>
    <message>
        <source>Why the open steps are skipped</source>
        <translation>未完了の手順を見送る理由</translation>
    </message>
    <message>
        <source>Steps: {steps}. Done: {done}. Skipped: {skipped}. Open: {open}.</source>
        <translation>手順{steps}件（完了{done}件、見送り{skipped}件、未完了{open}件）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say why the open steps are skipped.</source>
        <translation>未完了の手順を見送る理由を入力してください。</translation>
    </message>
</context>
<context>
    <name>Erase</name>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>These leave the book with their history ({n} rows in all):</source>
        <translation>次の項目を、変更履歴も含めてブックから完全に削除します（合計{n}行）：</translation>
    </message>
    <message>
        <source>Nothing brings them back: no undo, no bin. Steps that changed them can no longer be undone, and what was undone can no longer be redone.</source>
        <translation>この操作は取り消せず、ゴミ箱からも復元できません。これらの項目を変更した操作は取り消せなくなり、取り消し済みの操作のやり直しもできなくなります。</translation>
    </message>
    <message>
        <source>Backups and copies made earlier still hold them. Old backups go by themselves as new ones come, over some months; other copies stay until somebody deletes them.</source>
        <translation>以前のバックアップやコピーには残ります。古いバックアップは数か月かけて自動的に整理されますが、ほかのコピーは誰かが削除するまで残ります。</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}件</translation>
    </message>
</context>
<context>
    <name>ExplainModel</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>(without an account)</source>
        <translation>（アカウントなし）</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>In the figure</source>
        <translation>対象額・数</translation>
    </message>
    <message>
        <source>Of (base)</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>value {n}</source>
        <translation>値 {n}</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手入力</translation>
    </message>
    <message>
        <source>read from the book&apos;s records</source>
        <translation>ブックの記録から算出</translation>
    </message>
    <message>
        <source>typed in here</source>
        <translation>画面で入力</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Where does this come from?</source>
        <translation>この数値の根拠</translation>
    </message>
    <message>
        <source>Accounts behind the figure</source>
        <translation>数値の根拠となるアカウント</translation>
    </message>
    <message>
        <source>Accounts in the figure: {n}</source>
        <translation>対象のアカウント：{n}</translation>
    </message>
    <message>
        <source>No account of its own is behind this figure.</source>
        <translation>この数値に直接対応するアカウントはありません。</translation>
    </message>
    <message>
        <source>Costs in the figure: {n}</source>
        <translation>計算に含まれる費用：{n}件</translation>
    </message>
    <message>
        <source>Users in the figure: {n}</source>
        <translation>対象ユーザー：{n}人</translation>
    </message>
    <message>
        <source>Rows copied</source>
        <translation>行をコピーしました</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Looking for the accounts ...</source>
        <translation>アカウントを確認しています...</translation>
    </message>
    <message>
        <source>Open: {page}</source>
        <translation>「{page}」を開く</translation>
    </message>
    <message>
        <source>Made from: {figure} = {value}</source>
        <translation>計算元：{figure} = {value}</translation>
    </message>
    <message>
        <source>Left out: {n}, {why}: {names}</source>
        <translation>除外 {n}件（{why}）：{names}</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Everything</source>
        <translation>全データ</translation>
    </message>
    <message>
        <source>Every kind of row the book keeps, settings and views included, in your own headings and order where you imported them. An import takes it all back as it was, into this book or an empty one.</source>
        <translation>設定やビューを含め、ブックのすべてのデータを書き出します。取り込んだ表の見出しと列順はそのまま使います。取り込めば、このブックにも空のブックにも元どおりに戻せます。</translation>
    </message>
    <message>
        <source>Export everything...</source>
        <translation>すべて書き出す...</translation>
    </message>
    <message>
        <source>As CSV files...</source>
        <translation>CSVファイルで書き出す...</translation>
    </message>
    <message>
        <source>Folder for the CSV files</source>
        <translation>CSVファイルの保存先フォルダー</translation>
    </message>
</context>
<context>
    <name>FactorDialog</name>
    <message>
        <source>Health factor: {factor}</source>
        <translation>ヘルス要因：{factor}</translation>
    </message>
    <message>
        <source>as csdesk finds it</source>
        <translation>自動で選ぶ</translation>
    </message>
    <message>
        <source>Measure of use it reads</source>
        <translation>読み取る利用指標</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>点を追加</translation>
    </message>
    <message>
        <source>Two points stand at the same measured value. Change or remove one.</source>
        <translation>同じ実測値の点が2つあります。一方を変更するか削除してください。</translation>
    </message>
    <message>
        <source>from {n} months on</source>
        <translation>{n}か月目以降</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>契約開始から</translation>
    </message>
    <message>
        <source>Curve for accounts</source>
        <translation>対象の契約期間</translation>
    </message>
    <message>
        <source> months</source>
        <translation>か月</translation>
    </message>
    <message>
        <source>Age of another curve</source>
        <translation>別のカーブを使う契約期間</translation>
    </message>
    <message>
        <source>Another curve from this age</source>
        <translation>この期間以降のカーブを追加</translation>
    </message>
    <message>
        <source>Remove this curve</source>
        <translation>このカーブを削除</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>実測値</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Point {n}: measured</source>
        <translation>点{n}：実測値</translation>
    </message>
    <message>
        <source>Point {n}: value</source>
        <translation>点{n}：値</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove point {n}</source>
        <translation>点{n}を削除</translation>
    </message>
    <message>
        <source>Dots: {n} accounts of this book. Drag the points, or type them. Between points the value changes evenly; beyond the ends it stays.</source>
        <translation>点はこのブックの顧客{n}社です。カーブの点は、ドラッグでも数値入力でも変更できます。点と点の間は一定の割合で変化し、両端の外側では変わりません。</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Facts</source>
        <translation>基本情報</translation>
    </message>
</context>
<context>
    <name>FeedbackCard</name>
    <message>
        <source>Feedback</source>
        <translation>要望・フィードバック</translation>
    </message>
    <message>
        <source>Exit interview</source>
        <translation>解約ヒアリング</translation>
    </message>
    <message>
        <source>{n} votes</source>
        <translation>{n}件</translation>
    </message>
</context>
<context>
    <name>FigureTile</name>
    <message>
        <source>better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪化</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Clear the filter</source>
        <translation>絞り込みを解除</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Time the figures cover</source>
        <translation>数値の対象期間</translation>
    </message>
    <message>
        <source>found in the file</source>
        <translation>ファイルから判断</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>指定済み</translation>
    </message>
    <message>
        <source>▲ assumed: please look</source>
        <translation>▲ 推定：ご確認ください</translation>
    </message>
    <message>
        <source>Not known: the day of import</source>
        <translation>不明（取り込んだ日とみなす）</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかった内容</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Drawing the first page ...</source>
        <translation>1ページ目を作成しています…</translation>
    </message>
    <message>
        <source>First page of the review</source>
        <translation>レビューの1ページ目</translation>
    </message>
</context>
<context>
    <name>ForecastPage</name>
    <message>
        <source>Chart of MRR behind and ahead</source>
        <translation>MRRの実績と予測のグラフ</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>月ごとの予測</translation>
    </message>
    <message>
        <source>Click on a figure to see what is behind it.</source>
        <translation>数値をクリックすると内訳が表示されます。</translation>
    </message>
    <message>
        <source>How such forecasts did before</source>
        <translation>過去にさかのぼった検証</translation>
    </message>
    <message>
        <source>Each month of the past stood in for today; only what was known then was used.</source>
        <translation>過去の各月を「今日」とみなし、その時点でわかっていた情報だけで予測した結果です。</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>グループ別</translation>
    </message>
    <message>
        <source>By what is chosen at the top of the page; each group from its own past.</source>
        <translation>ページ上部で選んだ項目ごとに、それぞれの実績から予測します。</translation>
    </message>
    <message>
        <source>Accounts that may leave</source>
        <translation>解約の見込み</translation>
    </message>
    <message>
        <source>Renewals ahead</source>
        <translation>今後の更新</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もしもの試算</translation>
    </message>
    <message>
        <source>Nothing to learn from yet</source>
        <translation>予測のもとになる実績がまだありません</translation>
    </message>
    <message>
        <source>A forecast learns from the months behind: it needs contracts with dates and amounts, better for a year than for a month.</source>
        <translation>予測は過去の実績から計算します。日付と金額のある契約が必要です。1か月分よりも1年分あるほうが確かになります。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>スプレッドシートを取り込む</translation>
    </message>
    <message>
        <source>Whole months known: {n}. Nothing is forecast from fewer than {least}; what is signed is shown.</source>
        <translation>実績は{n}か月分です。{least}か月未満では予測せず、契約済みの分だけを表示します。</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Form</source>
        <translation>計算式</translation>
    </message>
    <message>
        <source>LTV</source>
        <translation>LTV</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
    <message>
        <source>Reckoned with</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>How, or what is missing</source>
        <translation>計算方法・不足している値</translation>
    </message>
    <message>
        <source>● by this book</source>
        <translation>● 採用中</translation>
    </message>
</context>
<context>
    <name>GoalsCard</name>
    <message>
        <source>Goals</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Add milestone</source>
        <translation>マイルストーンを追加</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>マイルストーン</translation>
    </message>
    <message>
        <source>Progress: {name}</source>
        <translation>進捗：{name}</translation>
    </message>
    <message>
        <source>{done} of {n} milestones</source>
        <translation>マイルストーン {done}/{n} 完了</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>顧客側</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>late</source>
        <translation>期限超過</translation>
    </message>
</context>
<context>
    <name>GoingBack</name>
    <message>
        <source>Restored. The book as it was is kept as {name}</source>
        <translation>復元しました。復元前のブックは {name} として残してあります</translation>
    </message>
</context>
<context>
    <name>GroupPair</name>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較：</translation>
    </message>
    <message>
        <source>with</source>
        <translation>と</translation>
    </message>
    <message>
        <source>Choose two different groups.</source>
        <translation>異なる2つの区分を選択してください。</translation>
    </message>
</context>
<context>
    <name>GroupRateSheet</name>
    <message>
        <source>Logo churn</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>GRR</source>
        <translation>GRR</translation>
    </message>
    <message>
        <source>NRR</source>
        <translation>NRR</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
    <message>
        <source>Accounts at start</source>
        <translation>期首アカウント数</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>他の顧客全体との比較</translation>
    </message>
</context>
<context>
    <name>GroupSheet</name>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Logo churn</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>解約数</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%区間</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>他との比較</translation>
    </message>
    <message>
        <source>Churned MRR</source>
        <translation>解約MRR</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント数</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
</context>
<context>
    <name>GroupVoiceSheet</name>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>CSAT</source>
        <translation>CSAT</translation>
    </message>
    <message>
        <source>CES</source>
        <translation>CES</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>回答者</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>NPS response rate</source>
        <translation>NPSの回答率</translation>
    </message>
    <message>
        <source>NPS against all others</source>
        <translation>NPS：他の全体との比較</translation>
    </message>
    <message>
        <source>{figure}: 95% interval</source>
        <translation>{figure}：95%信頼区間</translation>
    </message>
</context>
<context>
    <name>GroupsAheadSheet</name>
    <message>
        <source>In {n} months</source>
        <translation>{n}か月後</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>MRR now</source>
        <translation>現在のMRR</translation>
    </message>
</context>
<context>
    <name>GrownSheet</name>
    <message>
        <source>In their first month</source>
        <translation>最初の月</translation>
    </message>
    <message>
        <source>At start</source>
        <translation>期首</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>At end</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Expansions</source>
        <translation>拡大額</translation>
    </message>
</context>
<context>
    <name>GrowthPage</name>
    <message>
        <source>How it is counted</source>
        <translation>計算方法</translation>
    </message>
    <message>
        <source>By what is chosen at the top of the page, else by channel, which costs are entered by.</source>
        <translation>ページ上部で選んだ切り口（未選択なら、費用の入力単位である獲得チャネル）ごとに表示します。</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>グループ別</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>By period</source>
        <translation>期間別</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>{period}, as of {day}</source>
        <translation>{period}（{day}時点）</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>顧客がまだいません</translation>
    </message>
    <message>
        <source>What a customer is worth and what it costs to win one needs contracts, and the costs of sales and marketing by month.</source>
        <translation>LTVとCACの計算には、契約と、月ごとの営業・マーケティング費用が必要です。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
    <message>
        <source>The interval is that of churn.</source>
        <translation>帯は解約率の95%信頼区間によるものです。</translation>
    </message>
    <message>
        <source>Lifetime value, form by form</source>
        <translation>LTV（計算式ごと）</translation>
    </message>
    <message>
        <source>Enter what is missing</source>
        <translation>不足している値を入力</translation>
    </message>
    <message>
        <source>All from the same price per customer (ARPA).</source>
        <translation>いずれも同じ平均単価（ARPA）から計算しています。</translation>
    </message>
    <message>
        <source>Revenue against acquisition and retention cost</source>
        <translation>売上と獲得・維持費用の比較</translation>
    </message>
    <message>
        <source>By what is chosen at the top of the page, else by touch model.</source>
        <translation>ページ上部で選んだ切り口（未選択ならタッチモデル）ごとに表示します。</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新規顧客</translation>
    </message>
    <message>
        <source>CAC</source>
        <translation>CAC</translation>
    </message>
    <message>
        <source>LTV</source>
        <translation>LTV</translation>
    </message>
    <message>
        <source>LTV / CAC</source>
        <translation>LTV / CAC</translation>
    </message>
    <message>
        <source>Payback</source>
        <translation>回収期間</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>獲得費用</translation>
    </message>
    <message>
        <source>Unit economics</source>
        <translation>ユニットエコノミクス</translation>
    </message>
</context>
<context>
    <name>HealthBegin</name>
    <message>
        <source>The way to a first score</source>
        <translation>最初のスコアを出すには</translation>
    </message>
    <message>
        <source>Set values by hand …</source>
        <translation>値を手入力…</translation>
    </message>
    <message>
        <source>Import use, tickets or touches</source>
        <translation>利用・問い合わせ・タッチを取り込む</translation>
    </message>
    <message>
        <source>Ask for values by hand alone</source>
        <translation>手入力の要素だけを使う</translation>
    </message>
    <message>
        <source>No account has a colour yet: it takes fresh data for {share} of the score&apos;s weight. Judge a few accounts by hand, your largest first: the score answers at once. Or import what you have of use, tickets, survey answers or touches. Without any of these, let the score ask for values by hand alone: all other factors are then switched off, and come back whenever you like.</source>
        <translation>判定できるアカウントがまだありません。判定には、スコアの重みの{share}以上に最新のデータが必要です。まずMRRの大きい数社について、わかることを手入力してください。スコアはすぐに出ます。利用・問い合わせ・アンケート・タッチのデータがあれば取り込むこともできます。いずれもない場合は、手入力の要素だけを使う設定に切り替えられます。ほかの要素は無効になりますが、いつでも戻せます。</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
    <message>
        <source>Why did it change?</source>
        <translation>変化の理由</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手入力</translation>
    </message>
    <message>
        <source>Set the score …</source>
        <translation>スコアを設定…</translation>
    </message>
    <message>
        <source>Scored by the profile {name}.</source>
        <translation>プロファイル「{name}」で算出しています。</translation>
    </message>
    <message>
        <source>{n} without fresh data</source>
        <translation>最新データのない要素 {n}件</translation>
    </message>
</context>
<context>
    <name>HealthChange</name>
    <message>
        <source>Why health changed</source>
        <translation>ヘルスが変化した理由</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Chart of what moved the score</source>
        <translation>スコアの変化の内訳グラフ</translation>
    </message>
    <message>
        <source>Why health changed: {name}</source>
        <translation>ヘルスが変化した理由：{name}</translation>
    </message>
    <message>
        <source>The first day lies behind the last one.</source>
        <translation>開始日が終了日より後になっています。</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>HealthModel</name>
    <message>
        <source>Green from</source>
        <translation>良好の下限</translation>
    </message>
    <message>
        <source>Yellow from</source>
        <translation>注意の下限</translation>
    </message>
    <message>
        <source>Least coverage</source>
        <translation>必要なデータ充足率</translation>
    </message>
    <message>
        <source>Begin anew with …</source>
        <translation>要素の組み合わせを選ぶ…</translation>
    </message>
    <message>
        <source>values by hand alone</source>
        <translation>手入力のみ</translation>
    </message>
    <message>
        <source>use of the product</source>
        <translation>製品の利用を中心に</translation>
    </message>
    <message>
        <source>what most teams know</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>every factor</source>
        <translation>すべての要素</translation>
    </message>
    <message>
        <source>Set of factors to begin with</source>
        <translation>最初に使う要素の組み合わせ</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>換算カーブ</translation>
    </message>
    <message>
        <source>Fresh for</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>Without fresh data</source>
        <translation>最新データがない場合</translation>
    </message>
    <message>
        <source>Why it is off</source>
        <translation>オフの理由</translation>
    </message>
    <message>
        <source> days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>left out, and said</source>
        <translation>除外して明示</translation>
    </message>
    <message>
        <source>counts as 0</source>
        <translation>0点として計算</translation>
    </message>
    <message>
        <source>counts as 50</source>
        <translation>50点として計算</translation>
    </message>
    <message>
        <source>{factor}: without fresh data</source>
        <translation>{factor}：最新データがない場合</translation>
    </message>
    <message>
        <source>{factor}: weight</source>
        <translation>{factor}：重み</translation>
    </message>
    <message>
        <source>{factor}: days it stays fresh</source>
        <translation>{factor}：有効日数</translation>
    </message>
    <message>
        <source>{factor}: why it is off</source>
        <translation>{factor}：オフの理由</translation>
    </message>
    <message>
        <source>A reason, so that others know</source>
        <translation>理由（ほかのメンバーにもわかるように）</translation>
    </message>
</context>
<context>
    <name>HealthOverride</name>
    <message>
        <source>Score set by hand</source>
        <translation>スコアの手動設定</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>It takes the place of the score everywhere, marked as set by hand, and adds no coverage: with too little data it may warn, but not call an account green. Without a day it holds until it is ended.</source>
        <translation>「手動」と明示したうえで、すべての画面でスコアの代わりに使います。データ充足率は増えません。データが足りない場合、注意・危険を示すことはできますが、良好にはなりません。期限を空欄にすると、終了するまで有効です。</translation>
    </message>
    <message>
        <source>Score, 0 to 100</source>
        <translation>スコア（0〜100）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>今すぐ終了</translation>
    </message>
    <message>
        <source>Say why: whoever sees the score wants to know.</source>
        <translation>スコアを見る人のために、理由を入力してください。</translation>
    </message>
    <message>
        <source>This day is not understood. Try: 2024-04-01, +30.</source>
        <translation>日付を読み取れません。例：2024-04-01、+30</translation>
    </message>
    <message>
        <source>Score set by hand: {name}</source>
        <translation>スコアの手動設定：{name}</translation>
    </message>
    <message>
        <source>Computed: {score}</source>
        <translation>計算上のスコア：{score}</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Every owner</source>
        <translation>すべての担当</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Try on the past …</source>
        <translation>過去のデータで検証…</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>{day}時点</translation>
    </message>
    <message>
        <source>No paying accounts yet</source>
        <translation>課金中のアカウントがまだありません</translation>
    </message>
    <message>
        <source>A health score needs accounts with contracts, and whatever you know of them: use, tickets, survey answers, touches, or what you judge by hand. What is missing is left out and said.</source>
        <translation>ヘルススコアには、契約のあるアカウントと、わかっている情報（利用・問い合わせ・アンケート・タッチ、または手入力の評価）を使います。ない情報は除外し、その旨を表示します。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
    <message>
        <source>Chart of health scores</source>
        <translation>ヘルススコアのグラフ</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>ボード</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>担当別</translation>
    </message>
    <message>
        <source>Adoption and judgement</source>
        <translation>活用状況と評価</translation>
    </message>
    <message>
        <source>Outcome and experience</source>
        <translation>成果と体験</translation>
    </message>
    <message>
        <source>Views of health</source>
        <translation>ヘルスの表示切り替え</translation>
    </message>
    <message>
        <source>Health model changed</source>
        <translation>ヘルスモデルを変更しました</translation>
    </message>
    <message>
        <source>{n} accounts, {share} covered</source>
        <translation>{n}アカウント、データ充足率{share}</translation>
    </message>
</context>
<context>
    <name>HealthTable</name>
    <message>
        <source>Health of every account</source>
        <translation>全アカウントのヘルス</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>体験</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>所感</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>データ充足率</translation>
    </message>
    <message>
        <source>Oldest input</source>
        <translation>最古のデータ</translation>
    </message>
    <message>
        <source>Pulled down most by</source>
        <translation>最大の低下要因</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}日</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Nothing in the history fits “{words}”.</source>
        <translation>「{words}」に一致する変更はありません。</translation>
    </message>
    <message>
        <source>Find in the history ...</source>
        <translation>履歴を検索...</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation>履歴を検索</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>以前の履歴を表示</translation>
    </message>
    <message>
        <source>History</source>
        <translation>変更履歴</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Steps</source>
        <translation>操作の一覧</translation>
    </message>
    <message>
        <source>Find by who, what, names, fields or values ...</source>
        <translation>変更者・操作・名前・項目・値で検索…</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation>履歴を検索</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>変更者</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>From, e.g. 1 Apr</source>
        <translation>開始日（例: 4/1）</translation>
    </message>
    <message>
        <source>To, e.g. today</source>
        <translation>終了日（例: 今日）</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>以前の操作を表示</translation>
    </message>
    <message>
        <source>Searching ...</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>操作 {count}件</translation>
    </message>
    <message>
        <source>No step fits what is looked for.</source>
        <translation>条件に合う操作はありません。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>まだ操作がありません</translation>
    </message>
    <message>
        <source>Every change stands here: who, when, from what to what. Each can be taken back.</source>
        <translation>すべての変更がここに記録されます。だれが、いつ、何をどう変えたかを確認でき、1件ずつ取り消せます。</translation>
    </message>
    <message>
        <source>Import spreadsheets</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
</context>
<context>
    <name>HorizonChoice</name>
    <message>
        <source>{n} days ahead</source>
        <translation>{n}日先まで</translation>
    </message>
</context>
<context>
    <name>HygienePage</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>不足している内容</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Begin with the spreadsheet you have</source>
        <translation>お手元のスプレッドシートから始めましょう</translation>
    </message>
    <message>
        <source>What is missing in it, stale or entered twice then stands here, the most revenue first.</source>
        <translation>取り込んだデータの不足・古い情報・重複が、売上の大きい順にここへ並びます。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>データは揃っています</translation>
    </message>
    <message>
        <source>Every owner, renewal, reason and contact that matters is known, or was left as it is.</source>
        <translation>必要な担当・更新日・解約理由・連絡先は、すべて入力済みか、現状のままにしてあります。</translation>
    </message>
    <message>
        <source>Nothing is missing here</source>
        <translation>この分類に不足はありません</translation>
    </message>
    <message>
        <source>There is more in the other groups.</source>
        <translation>他の分類に残りがあります。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>What is missing, or how your team works</source>
        <translation>不足しているデータ、またはチームの進め方</translation>
    </message>
    <message>
        <source>How your team works</source>
        <translation>チームの進め方</translation>
    </message>
    <message>
        <source>Data to complete</source>
        <translation>データの整備</translation>
    </message>
    <message>
        <source>F2: fill in   Alt+L: leave as it is   Enter: open</source>
        <translation>F2：入力&#x3000;Alt+L：現状のままにする&#x3000;Enter：開く</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>入力する</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>現状のままにする</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Start over</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>{done} of {whole} rows</source>
        <translation>{whole}行中{done}行</translation>
    </message>
    <message>
        <source>Say under “Found as” what the table holds; its columns stand below.</source>
        <translation>「表の種類」で何の表かを選んでください。列は下で確認できます。</translation>
    </message>
    <message>
        <source>No table is chosen.</source>
        <translation>表が選ばれていません。</translation>
    </message>
    <message>
        <source>A column is missing: choose it under “Taken for” in the columns below.</source>
        <translation>必要な列が足りません。下の列の一覧で「対応する項目」を選んでください。</translation>
    </message>
    <message>
        <source>There is nothing to write; refused rows stay out until they are mended below.</source>
        <translation>新しく書き込む内容はありません。取り込めない行は、下で修正すると取り込めます。</translation>
    </message>
    <message>
        <source>The book holds all of this already; there is nothing to write.</source>
        <translation>すべて登録済みです。書き込む内容はありません。</translation>
    </message>
    <message>
        <source>Look at the lines marked ▲ before you press Apply. It can be undone.</source>
        <translation>▲の項目を確認してから取り込んでください。後から元に戻せます。</translation>
    </message>
    <message>
        <source>Refused rows stay out; mend them below or save them for later. The rest can be applied.</source>
        <translation>取り込めない行は除かれます。下で直すか、保存して後で直せます。残りは取り込めます。</translation>
    </message>
    <message>
        <source>Nothing is written until you press Apply. It can be undone.</source>
        <translation>「取り込む」を押すまで書き込みません。後から元に戻せます。</translation>
    </message>
</context>
<context>
    <name>ImportBrought</name>
    <message>
        <source>What the import has brought</source>
        <translation>取り込んだ内容</translation>
    </message>
</context>
<context>
    <name>ImportFiles</name>
    <message>
        <source>{file} - refused.xlsx</source>
        <translation>{file} - 取り込めない行.xlsx</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>取り込めない行を保存</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text (*.csv)</source>
        <translation>ブック (*.xlsx);;テキスト (*.csv)</translation>
    </message>
    <message>
        <source>{n} refused rows saved in {file}</source>
        <translation>取り込めない{n}行を{file}に保存しました</translation>
    </message>
    <message>
        <source>Saving refused rows</source>
        <translation>取り込めない行を保存中</translation>
    </message>
    <message>
        <source>Save an empty template</source>
        <translation>記入用のひな形を保存</translation>
    </message>
    <message>
        <source>Customers.xlsx</source>
        <translation>顧客リスト.xlsx</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>ブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved in {file}. Fill it in and drop it here.</source>
        <translation>{file} に保存しました。記入してここにドロップしてください。</translation>
    </message>
    <message>
        <source>Saving a template</source>
        <translation>ひな形を保存しています</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Reading {file}</source>
        <translation>{file}を読み込み中</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>クリップボード</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>取り込み中</translation>
    </message>
    <message>
        <source>Making the new rows quick to find</source>
        <translation>追加した行をすばやく探せるようにしています</translation>
    </message>
    <message>
        <source>Reading {file} and {n} more</source>
        <translation>{file} ほか{n}件を読み込み中</translation>
    </message>
    <message>
        <source>Matching columns</source>
        <translation>列を照合中</translation>
    </message>
    <message>
        <source>Comparing with the book</source>
        <translation>ブックと照合中</translation>
    </message>
</context>
<context>
    <name>ImportHistory</name>
    <message>
        <source>Earlier imports</source>
        <translation>これまでの取り込み</translation>
    </message>
    <message>
        <source>No import holds “{words}”.</source>
        <translation>「{words}」を含む取り込みはありません。</translation>
    </message>
    <message>
        <source>Find an import</source>
        <translation>取り込みを検索</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>取り込んだ内容</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Remove what this import brought, as one step that can itself be undone; what was edited since stays</source>
        <translation>この取り込みで入ったデータを取り除きます。その後に編集したものは残り、この操作自体も元に戻せます</translation>
    </message>
    <message>
        <source>Remembered matchings...</source>
        <translation>記憶した列の対応...</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>{file} の取り込み</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Take back {file}</source>
        <translation>{file}の取り込みを取り消す</translation>
    </message>
</context>
<context>
    <name>ImportOnward</name>
    <message>
        <source>See MRR and its movements</source>
        <translation>MRRと増減を見る</translation>
    </message>
    <message>
        <source>See the accounts</source>
        <translation>アカウントを見る</translation>
    </message>
    <message>
        <source>See what is still to complete</source>
        <translation>整備が必要なデータを見る</translation>
    </message>
    <message>
        <source>See costs, figures and rates</source>
        <translation>費用・数値・為替レートを見る</translation>
    </message>
    <message>
        <source>Say which measures count as use...</source>
        <translation>有効な利用とみなす指標を選ぶ...</translation>
    </message>
    <message>
        <source>{file}: save the {n} refused rows...</source>
        <translation>{file}：取り込めない{n}行を保存...</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>{file} is on the page already.</source>
        <translation>{file} はすでに表示されています。</translation>
    </message>
    <message>
        <source>{file}: {n} rows imported</source>
        <translation>{file}：{n}行を取り込みました</translation>
    </message>
    <message>
        <source>{n} rows could not be brought and stay out.</source>
        <translation>{n}行は取り込めませんでした。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>サンプル</translation>
    </message>
</context>
<context>
    <name>InsideBanner</name>
    <message>
        <source>You are looking at the backup of {moment}. Nothing can be changed in it.</source>
        <translation>{moment} のバックアップを表示しています。変更はできません。</translation>
    </message>
    <message>
        <source>Restore this one</source>
        <translation>このバックアップから復元</translation>
    </message>
    <message>
        <source>Back to the book</source>
        <translation>ブックに戻る</translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message>
        <source>Keep the book&apos;s values in the chosen rows</source>
        <translation>選択した行はブックの値を残す</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Keep the book&apos;s column</source>
        <translation>この列はブックの値を残す</translation>
    </message>
    <message>
        <source>This holds for this import; the next one asks again. To leave a column out of every file of this shape, choose “(leave out)” for it under Columns.</source>
        <translation>この設定は今回の取り込みだけに適用され、次回は改めて確認します。同じ形のファイルで常に取り込まない列は、「列」で「（取り込まない）」を選んでください。</translation>
    </message>
    <message>
        <source>Take the file&apos;s values</source>
        <translation>ファイルの値に戻す</translation>
    </message>
    <message>
        <source>Kept as the book has it, this time: {n}</source>
        <translation>今回ブックの値のまま残す：{n}件</translation>
    </message>
</context>
<context>
    <name>KeptPart</name>
    <message>
        <source>Figures of periods</source>
        <translation>期間ごとの数値</translation>
    </message>
    <message>
        <source>From your own sheets; csdesk reckons with none of them.</source>
        <translation>取り込んだ表の数値です。csdeskの計算には使いません。</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Metric in csdesk</source>
        <translation>対応する指標</translation>
    </message>
    <message>
        <source>Actual or target</source>
        <translation>実績・目標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>From</source>
        <translation>取り込み元</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keyboard</source>
        <translation>キーボード操作</translation>
    </message>
    <message>
        <source>Log a touch</source>
        <translation>タッチを記録</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>元に戻す、やり直す</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>前のページに戻る</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>In a chart or a cohort table</source>
        <translation>グラフとコホート表</translation>
    </message>
    <message>
        <source>Find an account, a person, a note, a page or an action</source>
        <translation>アカウント・担当者・メモ・ページ・操作を探す</translation>
    </message>
    <message>
        <source>Save the dialog</source>
        <translation>入力画面を保存</translation>
    </message>
    <message>
        <source>The history of the book</source>
        <translation>ブックの変更履歴</translation>
    </message>
    <message>
        <source>New book, open a book</source>
        <translation>ブックの新規作成・ブックを開く</translation>
    </message>
    <message>
        <source>Import spreadsheets</source>
        <translation>スプレッドシートの取り込み</translation>
    </message>
    <message>
        <source>On an account: the review for its customer</source>
        <translation>アカウントの画面：お客様向けレビュー</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>このキー一覧</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Put off until tomorrow</source>
        <translation>明日に延期</translation>
    </message>
    <message>
        <source>Put off until Monday, until a day</source>
        <translation>月曜日まで延期、指定した日まで延期</translation>
    </message>
    <message>
        <source>Why a line is here</source>
        <translation>行を表示する理由</translation>
    </message>
    <message>
        <source>Change the next step</source>
        <translation>次の対応を変更</translation>
    </message>
    <message>
        <source>Delete the next step</source>
        <translation>次の対応を削除</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>アカウントを開く</translation>
    </message>
    <message>
        <source>Down, right; on a name: open it</source>
        <translation>下・右のセルへ。名前の上では開く</translation>
    </message>
    <message>
        <source>Edit the cell; typing replaces it</source>
        <translation>セルを編集（文字を打つと上書き）</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>入力をやめて元に戻す</translation>
    </message>
    <message>
        <source>Copy and paste ranges, also from and to Excel</source>
        <translation>範囲のコピーと貼り付け（Excelとも可）</translation>
    </message>
    <message>
        <source>Fill the cells below from the first</source>
        <translation>先頭のセルを下へコピー</translation>
    </message>
    <message>
        <source>Empty the chosen cells</source>
        <translation>選択したセルを空にする</translation>
    </message>
    <message>
        <source>Save the table to a file, print it</source>
        <translation>表をファイルに保存、印刷</translation>
    </message>
    <message>
        <source>Copy the figures, print the chart</source>
        <translation>数値をコピー、グラフを印刷</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>矢印キー</translation>
    </message>
    <message>
        <source>From figure to figure</source>
        <translation>数値の間を移動</translation>
    </message>
    <message>
        <source>Where the figure comes from</source>
        <translation>数値の根拠を表示</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>表を絞り込む</translation>
    </message>
</context>
<context>
    <name>KindsPart</name>
    <message>
        <source>Whose</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>構成比</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント数</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全体</translation>
    </message>
</context>
<context>
    <name>KnownLayouts</name>
    <message>
        <source>(keep as a column of its own)</source>
        <translation>（独自の列として残す）</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>（取り込まない）</translation>
    </message>
    <message>
        <source>Remembered matchings</source>
        <translation>記憶した列の対応</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表の列</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>記憶を削除</translation>
    </message>
    <message>
        <source>Files of the same shape are matched as they were the last time. Rename, correct or forget that here; what has been imported stays as it is.</source>
        <translation>同じ形のファイルは、前回と同じ対応で取り込まれます。ここで名前の変更、列の修正、削除ができます。取り込み済みのデータは変わりません。</translation>
    </message>
    <message>
        <source>Nothing is remembered yet. How the columns of a file are taken is kept when it is imported.</source>
        <translation>まだ記憶した対応はありません。ファイルを取り込むと、列の対応が記憶されます。</translation>
    </message>
    <message>
        <source>Name (rename it here)</source>
        <translation>名前（ここで変更できます）</translation>
    </message>
    <message>
        <source>Found as</source>
        <translation>表の種類</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>指定した日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>対応する項目</translation>
    </message>
</context>
<context>
    <name>LeavingPart</name>
    <message>
        <source>Nobody left, {period}</source>
        <translation>{period}に解約したアカウントはありません</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
    <message>
        <source>Logo churn by month, quarter and year</source>
        <translation>月・四半期・年ごとのロゴ解約率</translation>
    </message>
    <message>
        <source>The last of each that is over. Lengths convert by compounding only; weeks say nothing of logos.</source>
        <translation>それぞれ直近の確定した期間です。期間の換算は複利でのみ行います。ロゴ解約率は週単位では表示しません。</translation>
    </message>
    <message>
        <source>Logo churn</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>Annualised</source>
        <translation>年率換算</translation>
    </message>
    <message>
        <source>Start + new</source>
        <translation>期首 + 新規</translation>
    </message>
    <message>
        <source>Of renewals due</source>
        <translation>更新時解約率</translation>
    </message>
    <message>
        <source>Of first renewals</source>
        <translation>初回更新時の解約率</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Accounts at start</source>
        <translation>期首アカウント数</translation>
    </message>
    <message>
        <source>Which churn hurts</source>
        <translation>解約の内訳</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>解約率</translation>
    </message>
    <message>
        <source>By accounts</source>
        <translation>アカウント数基準</translation>
    </message>
    <message>
        <source>By MRR</source>
        <translation>MRR基準</translation>
    </message>
    <message>
        <source>Why they left</source>
        <translation>解約理由</translation>
    </message>
    <message>
        <source>All accounts. Avoidable: not for a reason nobody could have helped. Regrettable: of good fit. Silent: no reason known; the aim is 0.</source>
        <translation>全アカウントの集計です。回避可能：不可避の理由を除く。適合顧客：適合度の高い顧客。理由不明：目標は0です。</translation>
    </message>
    <message>
        <source>All accounts, by family of reasons; each figure opens the accounts. Unknown: the aim is 0.</source>
        <translation>全アカウントを理由の分類ごとに集計しています。数値をクリックすると該当アカウントを表示します。理由不明の目標は0です。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Left, {period}</source>
        <translation>解約数（{period}）</translation>
    </message>
    <message>
        <source>MRR, {period}</source>
        <translation>MRR（{period}）</translation>
    </message>
    <message>
        <source>Share of accounts</source>
        <translation>解約数の割合</translation>
    </message>
    <message>
        <source>Renewals, upsell and growth by group</source>
        <translation>区分別の更新・アップセル・成長</translation>
    </message>
    <message>
        <source>First renewals count only those that came due: whose sales last. Longer periods hold more of them.</source>
        <translation>初回更新は、更新日を迎えたものだけを数えます（受注の質の目安）。期間を長くすると件数が増えます。</translation>
    </message>
    <message>
        <source>Renewal rate</source>
        <translation>契約更新率</translation>
    </message>
    <message>
        <source>First-renewal rate</source>
        <translation>初回更新率</translation>
    </message>
    <message>
        <source>Upsell rate</source>
        <translation>アップセル率</translation>
    </message>
    <message>
        <source>MRR growth</source>
        <translation>MRR成長率</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>First renewals due</source>
        <translation>初回更新の対象数</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>他の顧客全体との比較</translation>
    </message>
</context>
<context>
    <name>LeavingSheet</name>
    <message>
        <source>Within {n} months</source>
        <translation>{n}か月以内</translation>
    </message>
    <message>
        <source>{low} to {high} of {n}</source>
        <translation>{n}社中{low}～{high}社</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Accounts that may leave</source>
        <translation>解約見込み（社）</translation>
    </message>
    <message>
        <source>80% range</source>
        <translation>80%予測区間</translation>
    </message>
    <message>
        <source>MRR with them</source>
        <translation>対応するMRR</translation>
    </message>
    <message>
        <source>&apos;As in the last month&apos;</source>
        <translation>前月と同じ場合</translation>
    </message>
</context>
<context>
    <name>Lookalikes</name>
    <message>
        <source>Accounts that are alike</source>
        <translation>似ている顧客</translation>
    </message>
    <message>
        <source>The same (1)</source>
        <translation>同じ顧客 (1)</translation>
    </message>
    <message>
        <source>Another one (2)</source>
        <translation>別の顧客 (2)</translation>
    </message>
    <message>
        <source>All of them the same</source>
        <translation>すべて同じ顧客</translation>
    </message>
    <message>
        <source>All of them others</source>
        <translation>すべて別の顧客</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>ブックの内容</translation>
    </message>
    <message>
        <source>In row {n}</source>
        <translation>{n}行目の内容</translation>
    </message>
    <message>
        <source>{file}, {sheet}, row {n}</source>
        <translation>{file}、シート「{sheet}」、{n}行目</translation>
    </message>
    <message>
        <source>{file}, row {n}</source>
        <translation>{file}、{n}行目</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>ファイルの顧客</translation>
    </message>
    <message>
        <source>Perhaps the same as</source>
        <translation>同じかもしれない顧客</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>判断の手がかり</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>扱い</translation>
    </message>
    <message>
        <source>▲ not settled</source>
        <translation>▲ 未確認</translation>
    </message>
    <message>
        <source>● the same</source>
        <translation>● 同じ顧客</translation>
    </message>
    <message>
        <source>● another one</source>
        <translation>● 別の顧客</translation>
    </message>
</context>
<context>
    <name>LookedBackSheet</name>
    <message>
        <source>{n} months ahead</source>
        <translation>{n}か月先</translation>
    </message>
    <message>
        <source>1 month ahead</source>
        <translation>1か月先</translation>
    </message>
    <message>
        <source>{held} of {n}</source>
        <translation>{n}回中{held}回</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>予測期間</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>検証数</translation>
    </message>
    <message>
        <source>Off on average</source>
        <translation>平均のずれ</translation>
    </message>
    <message>
        <source>&apos;As last month&apos; off</source>
        <translation>前月据え置きのずれ</translation>
    </message>
    <message>
        <source>Within the range</source>
        <translation>区間内</translation>
    </message>
    <message>
        <source>So it was</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>LostUsersSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Users lost</source>
        <translation>ユーザー離脱率</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>離脱人数</translation>
    </message>
    <message>
        <source>Users before</source>
        <translation>前期間の人数</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
</context>
<context>
    <name>MailCard</name>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>開封</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>{rate} ({n} of {all})</source>
        <translation>{rate}（{all}件中{n}件）</translation>
    </message>
</context>
<context>
    <name>MarkedChart</name>
    <message>
        <source>Markers ...</source>
        <translation>出来事…</translation>
    </message>
</context>
<context>
    <name>MarkerDialog</name>
    <message>
        <source>New marker</source>
        <translation>出来事の追加</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>MarkerEffects</name>
    <message>
        <source>No release, price or positioning is marked yet. Import a list with a date, a kind and a title.</source>
        <translation>リリース・価格改定・ポジショニング変更の記録がまだありません。日付・種類・タイトルの一覧を取り込んでください。</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前後の比較</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>比較する指標</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>後</translation>
    </message>
    <message>
        <source>After against before</source>
        <translation>前との差</translation>
    </message>
    <message>
        <source>Users lost, 30 days</source>
        <translation>ユーザー離脱率（30日）</translation>
    </message>
    <message>
        <source>Logos lost, 3 months</source>
        <translation>ロゴ解約率（3か月）</translation>
    </message>
</context>
<context>
    <name>MarkersPart</name>
    <message>
        <source>No marker yet. Add a release or a change of price to see what was different after it.</source>
        <translation>出来事はまだありません。リリースや価格改定を追加すると、その前後の違いがわかります。</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>Add marker</source>
        <translation>出来事を追加</translation>
    </message>
    <message>
        <source>Releases, prices, positioning: dashed lines on every chart over time.</source>
        <translation>リリース、価格改定、ポジショニング変更など。時系列グラフに破線で表示されます。</translation>
    </message>
    <message>
        <source>typed in here</source>
        <translation>手入力</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出典</translation>
    </message>
</context>
<context>
    <name>MaterialLine</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Choose a file to link</source>
        <translation>リンクするファイルを選択</translation>
    </message>
    <message>
        <source>no file yet: choose one, or drop it here</source>
        <translation>ファイル未選択：選択するか、ここにドロップ</translation>
    </message>
    <message>
        <source>linked, not copied into the book: {file}</source>
        <translation>リンクのみ（ブックには保存されません）：{file}</translation>
    </message>
    <message>
        <source>made when it is opened</source>
        <translation>開くときに作成します</translation>
    </message>
</context>
<context>
    <name>MaterialOpening</name>
    <message>
        <source>This step carries no material.</source>
        <translation>この対応には資料がありません。</translation>
    </message>
    <message>
        <source>{file} is no document: its folder is shown.</source>
        <translation>{file} は文書ではないため、フォルダーを表示します。</translation>
    </message>
    <message>
        <source>{file} is not there any more. Choose it anew.</source>
        <translation>{file} が見つかりません。選び直してください。</translation>
    </message>
    <message>
        <source>{file} is no file on this computer. Choose one.</source>
        <translation>{file} はこのコンピューターのファイルではありません。ファイルを選択してください。</translation>
    </message>
    <message>
        <source>No file has been chosen yet. Choose one.</source>
        <translation>ファイルがまだ選択されていません。選択してください。</translation>
    </message>
    <message>
        <source>A summary of use is of an account, and this step is of none.</source>
        <translation>利用状況のまとめは顧客ごとに作成しますが、この対応には顧客が設定されていません。</translation>
    </message>
    <message>
        <source>{customer} use {period}</source>
        <translation>{customer} 利用状況 {period}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Excelブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the summary of use</source>
        <translation>利用状況のまとめを保存</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} を書き出しています</translation>
    </message>
    <message>
        <source>{file} written</source>
        <translation>{file} を書き出しました</translation>
    </message>
</context>
<context>
    <name>MaturityPart</name>
    <message>
        <source>Not answered yet. Choose one to see which figures already tell a team like yours something, and which had better wait, and why.</source>
        <translation>まだ回答がありません。1つ選ぶと、今のチームで見る価値のある数値と、まだ早い数値が、その理由とともにわかります。</translation>
    </message>
    <message>
        <source>Worth looking at now</source>
        <translation>今、見る価値のある数値</translation>
    </message>
    <message>
        <source>Better later</source>
        <translation>まだ早い数値</translation>
    </message>
    <message>
        <source>Which of these describes your team best today?</source>
        <translation>今のチームに最も近いものはどれですか？</translation>
    </message>
    <message>
        <source>Nothing is locked: every page stays open, whatever you choose.</source>
        <translation>どれを選んでも、すべてのページをこれまでどおり使えます。</translation>
    </message>
</context>
<context>
    <name>MeasuresDialog</name>
    <message>
        <source>What counts as use</source>
        <translation>利用とみなす指標</translation>
    </message>
    <message>
        <source>A login alone need not count. Mark the measures that are of value to a customer, and from which sum a month they count (of users, in the days that are looked at); everything else only shows that somebody came. Key features are what every user should take up: engagement asks for them.</source>
        <translation>ログインだけでは価値のある利用とはいえません。顧客にとって価値のある指標と、月の合計がいくつ以上でカウントするかを指定してください（ユーザーの集計では、対象日数の合計で判定します）。それ以外は「利用があった」ことだけを示します。主要機能は、すべてのユーザーに使ってほしい機能です。PESの活用率の計算に使います。</translation>
    </message>
    <message>
        <source>Counts as value</source>
        <translation>価値ある利用とみなす</translation>
    </message>
    <message>
        <source>From, a month</source>
        <translation>月あたりの下限</translation>
    </message>
    <message>
        <source>Key feature</source>
        <translation>主要機能</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>直近の月</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Least of {measure} a month</source>
        <translation>{measure}の月あたりの下限</translation>
    </message>
    <message>
        <source>{measure} is a key feature</source>
        <translation>{measure}を主要機能にする</translation>
    </message>
    <message>
        <source>{total} in {accounts} accounts</source>
        <translation>{accounts}社で{total}</translation>
    </message>
    <message>
        <source>The book has no use yet. Import logins, events or any other measure.</source>
        <translation>利用の記録がまだありません。ログインやイベントなどの指標を取り込んでください。</translation>
    </message>
    <message>
        <source>Login-active accounts</source>
        <translation>アクセスのあった顧客</translation>
    </message>
    <message>
        <source>Value-active accounts</source>
        <translation>価値ある利用のあった顧客</translation>
    </message>
    <message>
        <source>Every account that came last month did something that counts.</source>
        <translation>直近の月にアクセスのあった顧客は、すべて価値ある利用をしています。</translation>
    </message>
    <message>
        <source>Came last month without doing what counts: {names}</source>
        <translation>直近の月にアクセスのみで価値ある利用のない顧客：{names}</translation>
    </message>
</context>
<context>
    <name>MendBar</name>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>理由の種類</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Compare ...</source>
        <translation>比較する...</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n}件を選択中</translation>
    </message>
    <message>
        <source>Renewal date</source>
        <translation>更新日</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>別のアカウント</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>現状のままにする</translation>
    </message>
    <message>
        <source>List it again</source>
        <translation>一覧に戻す</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Recent books</source>
        <translation>最近使ったブック</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>History ...</source>
        <translation>変更履歴…</translation>
    </message>
    <message>
        <source>Merge a colleague&apos;s copy ...</source>
        <translation>コピーを統合...</translation>
    </message>
    <message>
        <source>Merge a copy (this book is open read-only)</source>
        <translation>コピーを統合（このブックは読み取り専用です）</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>ブック(&amp;B)</translation>
    </message>
    <message>
        <source>New book ...</source>
        <translation>ブックの新規作成…</translation>
    </message>
    <message>
        <source>Open book ...</source>
        <translation>ブックを開く…</translation>
    </message>
    <message>
        <source>Open read-only ...</source>
        <translation>読み取り専用で開く...</translation>
    </message>
    <message>
        <source>Open the demo book</source>
        <translation>デモブックを開く</translation>
    </message>
    <message>
        <source>Save a copy ...</source>
        <translation>コピーを保存...</translation>
    </message>
    <message>
        <source>Save an encrypted copy ...</source>
        <translation>暗号化したコピーを保存...</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>バックアップの一覧</translation>
    </message>
    <message>
        <source>Check the book ...</source>
        <translation>ブックを点検...</translation>
    </message>
    <message>
        <source>Bin: what was deleted</source>
        <translation>ゴミ箱（削除した項目）</translation>
    </message>
    <message>
        <source>Definitions and their versions</source>
        <translation>定義とその版</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Copies brought in</source>
        <translation>取り込んだコピー</translation>
    </message>
    <message>
        <source>Import spreadsheets ...</source>
        <translation>スプレッドシートの取り込み…</translation>
    </message>
    <message>
        <source>Log touch ...</source>
        <translation>タッチを記録…</translation>
    </message>
    <message>
        <source>Save a calendar file ...</source>
        <translation>カレンダーファイルを保存…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>Search or go to ...</source>
        <translation>検索・移動…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード操作</translation>
    </message>
    <message>
        <source>About csdesk</source>
        <translation>csdeskについて</translation>
    </message>
    <message>
        <source>Open book</source>
        <translation>ブックを開く</translation>
    </message>
    <message>
        <source>csdesk books</source>
        <translation>csdeskのブック</translation>
    </message>
</context>
<context>
    <name>MergeCopy</name>
    <message>
        <source>Merge a colleague&apos;s copy</source>
        <translation>コピーを統合</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合する</translation>
    </message>
    <message>
        <source>Looking at the copy. The book is not changed by that.</source>
        <translation>コピーの内容を確認しています。ブックは変更されません。</translation>
    </message>
    <message>
        <source>Merging. A backup is made first.</source>
        <translation>統合しています。先にバックアップを作成します。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The book was changed meanwhile. Nothing has been merged. What you chose is kept: see what is new below, then merge.</source>
        <translation>その間にブックが変更されたため、統合していません。選択内容はそのまま残っています。下の新しい項目を確認してから、もう一度統合してください。</translation>
    </message>
    <message>
        <source>No row of this book would change; only who did what is taken over.</source>
        <translation>このブックの行は変わりません。操作の記録だけを取り込みます。</translation>
    </message>
    <message>
        <source>Done in the copy: {n} ({people})</source>
        <translation>コピー側の操作：{n}件（{people}）</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}件</translation>
    </message>
    <message>
        <source>To decide: {n}</source>
        <translation>確認する項目：{n}件</translation>
    </message>
    <message>
        <source>Still as proposed: {n} of {all}. As proposed, nothing of this book and no row of the copy goes.</source>
        <translation>提案のまま：{all}件中{n}件。提案どおりなら、このブックの内容もコピー側の行も失われません。</translation>
    </message>
    <message>
        <source>This book: {value}</source>
        <translation>このブック：{value}</translation>
    </message>
    <message>
        <source>The copy: {value}</source>
        <translation>コピー：{value}</translation>
    </message>
    <message>
        <source>From {file}</source>
        <translation>統合元：{file}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Take all from this book</source>
        <translation>すべてこのブックを採用</translation>
    </message>
    <message>
        <source>Take all from the copy</source>
        <translation>すべてコピーを採用</translation>
    </message>
    <message>
        <source>A click takes a side; so do ← and →, or 1 and 2, on the rows chosen. Space changes it.</source>
        <translation>クリック、または選択した行で ← →（1・2）キーで選びます。スペースキーで切り替わります。</translation>
    </message>
</context>
<context>
    <name>MonthsAheadSheet</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>80% range</source>
        <translation>80%予測区間</translation>
    </message>
    <message>
        <source>Signed and known alone</source>
        <translation>契約済み・予定分のみ</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>増減</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>製品</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Movements by account</source>
        <translation>アカウント別の増減</translation>
    </message>
    <message>
        <source>As set on the contract line</source>
        <translation>契約明細で指定</translation>
    </message>
    <message>
        <source>As the contract lines tell</source>
        <translation>契約明細から判定</translation>
    </message>
</context>
<context>
    <name>MovementsPart</name>
    <message>
        <source>A kind can be set by hand on its contract line. Figures and bars open.</source>
        <translation>種類は契約明細で手入力できます。数字や棒をクリックすると根拠を表示します。</translation>
    </message>
    <message>
        <source>What movements are made of</source>
        <translation>増減の内訳</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>{name} is already open in another window, which now comes to the front.</source>
        <translation>「{name}」は別のウィンドウで開いています。そのウィンドウを前面に表示します。</translation>
    </message>
</context>
<context>
    <name>NewBook</name>
    <message>
        <source>New book</source>
        <translation>ブックの新規作成</translation>
    </message>
    <message>
        <source>Make book</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>As reports name it</source>
        <translation>レポートに表示する名称</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Fiscal year starts in</source>
        <translation>会計年度の開始月</translation>
    </message>
    <message>
        <source>Language of reports</source>
        <translation>レポートの言語</translation>
    </message>
    <message>
        <source>Say where the book is to be kept.</source>
        <translation>ブックの保存先を入力してください。</translation>
    </message>
    <message>
        <source>There is no such folder: {folder}</source>
        <translation>フォルダーが見つかりません：{folder}</translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation>同じ名前のファイルがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>My customers</source>
        <translation>顧客管理</translation>
    </message>
    <message>
        <source>Where to keep the book</source>
        <translation>ブックの保存先</translation>
    </message>
    <message>
        <source>Browse ...</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保護する</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>入力した文字を表示</translation>
    </message>
    <message>
        <source>Write the password down in a safe place. A lost password cannot be recovered: without it nobody can open the file, not even we.</source>
        <translation>パスワードは安全な場所に控えてください。紛失したパスワードは復元できません。パスワードがなければ、開発元を含め誰もファイルを開けません。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>もう一度入力</translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>2つのパスワードが一致しません。</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names}、ほか{n}件</translation>
    </message>
    <message>
        <source>New on Today</source>
        <translation>「今日」に新しい項目があります</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>{period}, as of {day}</source>
        <translation>{period}（{day}時点）</translation>
    </message>
</context>
<context>
    <name>OpenRequestsDialog</name>
    <message>
        <source>Open requests</source>
        <translation>未対応の要望</translation>
    </message>
    <message>
        <source>Open requests: {account}</source>
        <translation>未対応の要望：{account}</translation>
    </message>
    <message>
        <source>Not resolved: {n}. Resolved, and the customer not told: {untold}.</source>
        <translation>未解決：{n}件、解決済みで顧客への回答待ち：{untold}件</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>a solution</source>
        <translation>解決</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>要望</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>受付日</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>必要な対応</translation>
    </message>
</context>
<context>
    <name>OpenSealed</name>
    <message>
        <source>Open an encrypted copy</source>
        <translation>暗号化されたコピーを開く</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Another place ...</source>
        <translation>別の保存先…</translation>
    </message>
    <message>
        <source>The copy stays as it is. What is opened is a book of its own, which is not encrypted.</source>
        <translation>コピー自体は変更されません。開いたブックは別のファイルになり、暗号化されません。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Type its password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Decrypting {name}</source>
        <translation>{name} を復号しています</translation>
    </message>
    <message>
        <source>csdesk books</source>
        <translation>csdeskのブック</translation>
    </message>
    <message>
        <source>Save the book as</source>
        <translation>ブックの保存先</translation>
    </message>
</context>
<context>
    <name>OtherBands</name>
    <message>
        <source>Account</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Accounts in another band today</source>
        <translation>現在の判定が変わる顧客</translation>
    </message>
</context>
<context>
    <name>OutcomeSheet</name>
    <message>
        <source>Outcome</source>
        <translation>成果指標</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>What success brings</source>
        <translation>カスタマーサクセスの成果</translation>
    </message>
    <message>
        <source>One figure for each. Click on any to see why.</source>
        <translation>3つの効果を1つずつの数字で示します。クリックすると根拠を表示します。</translation>
    </message>
    <message>
        <source>First figures</source>
        <translation>最初に見る数字</translation>
    </message>
    <message>
        <source>What every team should know from the first day.</source>
        <translation>初日から把握しておきたい数字です。</translation>
    </message>
    <message>
        <source>Customer success in eight figures</source>
        <translation>CSの8指標</translation>
    </message>
    <message>
        <source>Open a name for its definition, a figure for what is behind it.</source>
        <translation>名前から定義を、数字から根拠を表示します。</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>The last month and the last quarter that are over, each beside the one before.</source>
        <translation>終了済みの直近の月と四半期を、それぞれ1つ前と並べています。</translation>
    </message>
    <message>
        <source>Nothing to look at yet</source>
        <translation>まだ表示するデータがありません</translation>
    </message>
    <message>
        <source>Churn, retention, health and what customers say come together here. A spreadsheet of contracts is enough to begin with.</source>
        <translation>解約率・継続率・ヘルス・顧客の声を1ページにまとめます。まずは契約のスプレッドシートを取り込んでください。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>スプレッドシートを取り込む</translation>
    </message>
</context>
<context>
    <name>OwnersPart</name>
    <message>
        <source>Accounts by owner</source>
        <translation>担当者ごとの顧客</translation>
    </message>
    <message>
        <source>What makes the gap</source>
        <translation>差の内訳</translation>
    </message>
    <message>
        <source>Accounts of this owner, those that pull the factor down first</source>
        <translation>この担当者の顧客（要素を押し下げている順）</translation>
    </message>
    <message>
        <source>They sum to the gap. Choose one for its accounts.</source>
        <translation>合計が差に一致します。行を選ぶと顧客が表示されます。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>顧客数</translation>
    </message>
    <message>
        <source>Mean health</source>
        <translation>平均ヘルス</translation>
    </message>
    <message>
        <source>To others</source>
        <translation>他の担当との差</translation>
    </message>
    <message>
        <source>Biggest cause</source>
        <translation>最大の要因</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>タッチ</translation>
    </message>
    <message>
        <source>Tickets closed</source>
        <translation>解決した問い合わせ</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>This owner</source>
        <translation>この担当</translation>
    </message>
    <message>
        <source>Other owners</source>
        <translation>他の担当</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
    <message>
        <source>Effect on score</source>
        <translation>スコアへの影響</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Pack sent</source>
        <translation>提出レポート</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>提出先</translation>
    </message>
    <message>
        <source>Comparing with what it would say now ...</source>
        <translation>現在の内容と比較しています...</translation>
    </message>
    <message>
        <source>Figures as stated and now</source>
        <translation>提出時と現在の数値</translation>
    </message>
    <message>
        <source>Write again...</source>
        <translation>もう一度作成...</translation>
    </message>
    <message>
        <source>{file}: {period}, as of {day}</source>
        <translation>{file}：{period}（基準日 {day}）</translation>
    </message>
    <message>
        <source>Written {at} by {who} with csdesk {version}</source>
        <translation>{at} に {who} が作成（csdesk {version}）</translation>
    </message>
    <message>
        <source>Definitions: {rules}. Fingerprint: {digits}</source>
        <translation>定義：{rules}&#x3000;ハッシュ：{digits}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>As stated</source>
        <translation>提出時</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>By definitions</source>
        <translation>定義の変更分</translation>
    </message>
    <message>
        <source>By records</source>
        <translation>データの変更分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Packs sent</source>
        <translation>提出レポート</translation>
    </message>
    <message>
        <source>Every board workbook you write is listed here with its figures. Write it again next quarter: it is the same, or says which figures are others now, and why.</source>
        <translation>作成した経営報告ブックは、数値とともにここに記録されます。次の四半期にもう一度作成しても同じ内容になり、変わった数値があれば違いと理由が付きます。</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>顧客名なし</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>基準日</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>提出先</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>顧客名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>By</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>ハッシュ</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search or go to</source>
        <translation>検索・移動</translation>
    </message>
    <message>
        <source>Account, person, note, page or action</source>
        <translation>アカウント・担当者・メモ・ページ・操作</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
</context>
<context>
    <name>PartChips</name>
    <message>
        <source>Left as they are {n}</source>
        <translation>現状のまま {n}</translation>
    </message>
</context>
<context>
    <name>PastDecisions</name>
    <message>
        <source>stayed</source>
        <translation>継続</translation>
    </message>
    <message>
        <source>left</source>
        <translation>解約</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>更新・解約日</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Renewals and churns with the score before</source>
        <translation>更新と解約、その前のスコア</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People</source>
        <translation>顧客の担当者</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Nobody recorded yet.</source>
        <translation>まだ登録されていません。</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>決裁者</translation>
    </message>
    <message>
        <source>executive</source>
        <translation>役員</translation>
    </message>
    <message>
        <source>left</source>
        <translation>退職・異動</translation>
    </message>
    <message>
        <source>no use recorded</source>
        <translation>利用記録なし</translation>
    </message>
    <message>
        <source>last active {day}</source>
        <translation>最終利用 {day}</translation>
    </message>
    <message>
        <source>{n} of the last 30 days</source>
        <translation>直近30日のうち{n}日</translation>
    </message>
</context>
<context>
    <name>PlannedList</name>
    <message>
        <source>Rows of the table</source>
        <translation>表の行</translation>
    </message>
    <message>
        <source>No row holds “{words}”.</source>
        <translation>「{words}」を含む行はありません。</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>行を絞り込む</translation>
    </message>
    <message>
        <source>The first {most} of {n} rows are listed; all of them are counted and applied.</source>
        <translation>{n}行のうち先頭の{most}行を表示しています。集計と取り込みは全行が対象です。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>PlayDialog</name>
    <message>
        <source>New play</source>
        <translation>新しいプレイブック</translation>
    </message>
    <message>
        <source>any</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>対象のシグナル</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>手順を追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>Plays</name>
    <message>
        <source>Plays</source>
        <translation>プレイブック</translation>
    </message>
    <message>
        <source>New play …</source>
        <translation>新規作成…</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Switch off or on</source>
        <translation>有効・無効を切り替え</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Steps against a danger signal. Start one from a signal, a risk or an account&apos;s page: its steps become next steps. What came of it stands here: averted are risks closed without a loss, health is the change in the 60 days after the start. It is a comparison, not a proof.</source>
        <translation>危険シグナルへの対応手順です。シグナル、リスクまたはアカウントのページから開始すると、手順が「次の対応」に加わります。結果もここで比べられます。「回避」は損失なく終わったリスク、「ヘルス」は開始後60日間の変化です。比較の目安であり、効果の証明ではありません。</translation>
    </message>
    <message>
        <source>One that comes with csdesk then is as it came; those can only be switched off.</source>
        <translation>編集した標準のプレイブックは元の内容に戻ります。標準のものは無効にすることだけできます。</translation>
    </message>
    <message>
        <source>{name} (off)</source>
        <translation>{name}（無効）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>プレイブック</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>対象のシグナル</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>効果あり</translation>
    </message>
    <message>
        <source>Averted</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
</context>
<context>
    <name>PlaysCard</name>
    <message>
        <source>Plays</source>
        <translation>プレイブック</translation>
    </message>
    <message>
        <source>{done} of {n} steps</source>
        <translation>手順{n}件中{done}件完了</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <translation>見送り{n}件</translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message>
        <source>Product</source>
        <translation>製品</translation>
    </message>
    <message>
        <source>GRR</source>
        <translation>GRR</translation>
    </message>
    <message>
        <source>NRR</source>
        <translation>NRR</translation>
    </message>
    <message>
        <source>Logo retention</source>
        <translation>ロゴ継続率</translation>
    </message>
    <message>
        <source>Accounts at start</source>
        <translation>期首アカウント数</translation>
    </message>
    <message>
        <source>MRR growth</source>
        <translation>MRR成長率</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Health profile</source>
        <translation>ヘルスのプロファイル</translation>
    </message>
    <message>
        <source>New health profile</source>
        <translation>ヘルスのプロファイルを追加</translation>
    </message>
    <message>
        <source>Begins as a copy of</source>
        <translation>コピー元</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Accounts that fit</source>
        <translation>条件に合うアカウント</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>プロファイルの名前を入力してください。</translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>同じ名前のプロファイルがあります。</translation>
    </message>
    <message>
        <source>Tick which accounts it is for.</source>
        <translation>対象のアカウントを選んでください。</translation>
    </message>
    <message>
        <source>Which accounts</source>
        <translation>対象のアカウント</translation>
    </message>
    <message>
        <source>An account must have one of the ticked values of each field. Where several profiles fit, the one that stands first is used.</source>
        <translation>項目ごとに、選んだ値のいずれかに当てはまるアカウントが対象です。複数のプロファイルに当てはまる場合は、上にあるものを使います。</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>このプロファイル</translation>
    </message>
    <message>
        <source>{n} paying accounts are scored by it.</source>
        <translation>課金中のアカウント{n}社に適用されます。</translation>
    </message>
    <message>
        <source>{n} more fit, but a profile before it takes them.</source>
        <translation>ほかに{n}社が当てはまりますが、上のプロファイルが優先されます。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>適用プロファイル</translation>
    </message>
</context>
<context>
    <name>ProfilesPart</name>
    <message>
        <source>Health profile</source>
        <translation>ヘルスのプロファイル</translation>
    </message>
    <message>
        <source>New profile …</source>
        <translation>プロファイルを追加…</translation>
    </message>
    <message>
        <source>Name and accounts …</source>
        <translation>名前と対象…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>For every account that no other profile is for.</source>
        <translation>ほかのプロファイルの対象にならない、すべてのアカウントに適用します。</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{whole}件中{done}件</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>残り{seconds}秒</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>残り約{minutes}分</translation>
    </message>
    <message>
        <source>Stopping ...</source>
        <translation>中止しています…</translation>
    </message>
</context>
<context>
    <name>Protection</name>
    <message>
        <source>Protect with a password</source>
        <translation>パスワードで保護</translation>
    </message>
    <message>
        <source>Excel and LibreOffice ask for it before they show anything</source>
        <translation>ExcelやLibreOfficeで開くときにパスワードの入力が必要になります</translation>
    </message>
    <message>
        <source>Excel and LibreOffice will ask for this password before they open the workbook.</source>
        <translation>ExcelやLibreOfficeでこのファイルを開くときに、このパスワードの入力が必要になります。</translation>
    </message>
</context>
<context>
    <name>PutOff</name>
    <message>
        <source>Put off: {what}</source>
        <translation>延期：{what}</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>再開する日</translation>
    </message>
    <message>
        <source>This needs a day to come. Try: tomorrow, +7, Mon.</source>
        <translation>今日より後の日を入力してください（例：明日、+7、月）。</translation>
    </message>
</context>
<context>
    <name>QuadrantPart</name>
    <message>
        <source>Chart of outcome and experience</source>
        <translation>成果と体験のグラフ</translation>
    </message>
    <message>
        <source>What became of accounts within a year, by where they stood</source>
        <translation>位置別の1年後の状況</translation>
    </message>
    <message>
        <source>Accounts by outcome and experience</source>
        <translation>成果と体験別のアカウント</translation>
    </message>
    <message>
        <source>Of {n} accounts not both are known: they are not shown.</source>
        <translation>成果・体験のどちらかが不明な{n}社は表示していません。</translation>
    </message>
    <message>
        <source>Of accounts that stood so at the beginning of one of the last three years: which paid more a year later, which as much or less, which had left. It is the chance of the year ahead, if it is like those behind. Shares of fewer than ten account-years are too few to go by.</source>
        <translation>過去3年の各年初にその位置にいたアカウントのうち、1年後に増額・同額以下で継続・解約となった割合です。今後も同じ傾向が続く場合の確率の目安です。10アカウント年未満の割合は参考になりません。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Years seen</source>
        <translation>観測年数</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>増額</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>継続</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>解約</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>体験</translation>
    </message>
</context>
<context>
    <name>QuestionSheet</name>
    <message>
        <source>Questions</source>
        <translation>確認する項目</translation>
    </message>
    <message>
        <source>Which row</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>このブック</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>QuickTouch</name>
    <message>
        <source>Log touch</source>
        <translation>タッチを記録</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名前の一部を入力</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>today, yesterday, -2, Mon, 4/1, 2024-04-01</source>
        <translation>今日、昨日、-2、月曜、4/1、2024-04-01</translation>
    </message>
    <message>
        <source>What comes next, if anything</source>
        <translation>次に行うこと（あれば）</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Choose the account: type part of its name, then Enter.</source>
        <translation>名前の一部を入力し、Enterでアカウントを選んでください。</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, yesterday, -2, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、昨日、-2、2024-04-01</translation>
    </message>
    <message>
        <source>This day is in the future. Until it has happened, it is a next step.</source>
        <translation>未来の日付は記録できません。「次の対応」に入力してください。</translation>
    </message>
    <message>
        <source>This day is not understood. Try: tomorrow, +7, Fri, 2024-04-01.</source>
        <translation>日付を読み取れません。例：明日、+7、金曜、2024-04-01</translation>
    </message>
    <message>
        <source>Touch logged: {name}</source>
        <translation>タッチを記録しました：{name}</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>所要時間（分）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次の対応</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Narrow</source>
        <translation>折りたたむ</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>New exchange rate</source>
        <translation>為替レートの追加</translation>
    </message>
    <message>
        <source>{currency} for one of it</source>
        <translation>1通貨単位あたりの{currency}</translation>
    </message>
</context>
<context>
    <name>RateSheet</name>
    <message>
        <source>Logo churn</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>Gross MRR churn</source>
        <translation>グロスMRR解約率</translation>
    </message>
    <message>
        <source>Net MRR churn</source>
        <translation>ネットMRR解約率</translation>
    </message>
    <message>
        <source>GRR</source>
        <translation>GRR</translation>
    </message>
    <message>
        <source>NRR</source>
        <translation>NRR</translation>
    </message>
    <message>
        <source>95% interval of logo churn</source>
        <translation>ロゴ解約率の95%信頼区間</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Accounts at start</source>
        <translation>期首アカウント数</translation>
    </message>
</context>
<context>
    <name>RatesPart</name>
    <message>
        <source>Exchange rates</source>
        <translation>為替レート</translation>
    </message>
    <message>
        <source>No rate of {currencies} yet: contracts and deals in it are in no sum of money.</source>
        <translation>{currencies}のレートが未登録のため、この通貨の契約・商談は金額の集計に含まれていません。</translation>
    </message>
    <message>
        <source>Add rate</source>
        <translation>レートを追加</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>行を貼り付け</translation>
    </message>
    <message>
        <source>Rows copied from a spreadsheet: month, currency, rate</source>
        <translation>スプレッドシートからコピーした行（月、通貨、レート）</translation>
    </message>
    <message>
        <source>At the end of each month. A month without one has the rate before it.</source>
        <translation>各月末のレートです。レートのない月は、その前の月のレートで換算します。</translation>
    </message>
    <message>
        <source>Contracts are in another currency than the book. Add what one unit of it cost at the end of each month, or paste rows: month, currency, rate. What rates change stands apart as FX, never as growth or churn.</source>
        <translation>外貨建ての契約があります。各月末の1通貨単位あたりのレートを追加するか、「月、通貨、レート」の行を貼り付けてください。レートの変動による増減は「為替」として区別し、拡大や解約には含めません。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>typed in here</source>
        <translation>画面で入力</translation>
    </message>
</context>
<context>
    <name>ReferrerSheet</name>
    <message>
        <source>Brought by</source>
        <translation>紹介元</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント数</translation>
    </message>
    <message>
        <source>Their MRR</source>
        <translation>紹介先のMRR</translation>
    </message>
</context>
<context>
    <name>RenewalsPart</name>
    <message>
        <source>Each contract whose term ended, by what its account pays the day after.</source>
        <translation>契約期間が満了した契約を、翌日以降の支払額で分類しています。</translation>
    </message>
    <message>
        <source>What came up for renewal</source>
        <translation>更新対象の内訳</translation>
    </message>
</context>
<context>
    <name>RenewalsSheet</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>契約数</translation>
    </message>
    <message>
        <source>Up for renewal</source>
        <translation>更新対象MRR</translation>
    </message>
    <message>
        <source>May be kept</source>
        <translation>更新見込みMRR</translation>
    </message>
    <message>
        <source>By the interval of the share</source>
        <translation>更新率の区間による幅</translation>
    </message>
</context>
<context>
    <name>RepeatLine</name>
    <message>
        <source> days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1回のみ</translation>
    </message>
    <message>
        <source>Repeats every</source>
        <translation>繰り返しの間隔</translation>
    </message>
    <message>
        <source>Without it, until its play ends or its risk or its tickets are closed</source>
        <translation>指定しない場合は、プレイブックが終了するか、リスクまたは問い合わせが解決するまで繰り返します</translation>
    </message>
</context>
<context>
    <name>RescueBook</name>
    <message>
        <source>Rescue into a new book</source>
        <translation>新しいブックに救出</translation>
    </message>
    <message>
        <source>Reading all that can be read of {name} ...</source>
        <translation>{name} から読み取れる内容を読み取っています...</translation>
    </message>
    <message>
        <source>{name} - rescued</source>
        <translation>{name} - 救出</translation>
    </message>
    <message>
        <source>csdesk books</source>
        <translation>csdeskのブック</translation>
    </message>
    <message>
        <source>{name} was left as it is.</source>
        <translation>{name} はそのまま残してあります。</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>How it is counted</source>
        <translation>計算方法</translation>
    </message>
    <message>
        <source>Chart of logo churn</source>
        <translation>ロゴ解約率のグラフ</translation>
    </message>
    <message>
        <source>Nothing to keep yet</source>
        <translation>継続率を計算できるデータがまだありません</translation>
    </message>
    <message>
        <source>Churn, retention and cohorts need to know when each customer began and, if so, when it left. A simple sheet of customers by month is enough.</source>
        <translation>解約率・継続率・コホートには、顧客ごとの開始日と、解約した場合はその日付が必要です。月別の簡単な顧客一覧でも十分です。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
    <message>
        <source>Rates by group</source>
        <translation>区分別の解約率・継続率</translation>
    </message>
    <message>
        <source>By what is chosen at the top of the page; compared by the interval of the difference, never by eye.</source>
        <translation>ページ上部で選んだ項目ごとの比較です。目視ではなく、差の信頼区間で判定します。</translation>
    </message>
    <message>
        <source>Click on a figure to see the accounts and contracts behind it.</source>
        <translation>数値をクリックすると、根拠のアカウントと契約を表示します。</translation>
    </message>
    <message>
        <source>Rates by period</source>
        <translation>期間別の解約率・継続率</translation>
    </message>
</context>
<context>
    <name>RetentionWhatIf</name>
    <message>
        <source>What if more customers stayed</source>
        <translation>継続率が上がった場合の試算</translation>
    </message>
    <message>
        <source> points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points of yearly retention more</source>
        <translation>年間継続率の上昇幅（ポイント）</translation>
    </message>
    <message>
        <source>Yearly retention higher by</source>
        <translation>年間継続率の上昇幅</translation>
    </message>
    <message>
        <source>Yearly retention is (1 − mean monthly churn)^12. Price per customer and the cost of keeping customers stay as they are, and nobody new is counted. Often quoted (Bain &amp; Company): winning a customer costs up to 5 times keeping one, and 5% more retention raises profit by 25% or more. Those are other companies&apos; figures; these are your own.</source>
        <translation>年間継続率は「（1 − 月次解約率の平均）^12」です。平均単価と維持費用は変わらず、新規の顧客は含めません。一般に「新規獲得の費用は維持の最大5倍」「継続率が5%上がると利益が25%以上増える」（ベイン・アンド・カンパニー）といわれますが、それは他社の数値であり、ここではこのブック自身の数値で計算しています。</translation>
    </message>
</context>
<context>
    <name>RevenuePage</name>
    <message>
        <source>How it is counted</source>
        <translation>計算方法</translation>
    </message>
    <message>
        <source>No contract has begun by this day</source>
        <translation>この日までに始まった契約がありません</translation>
    </message>
    <message>
        <source>Drop the spreadsheet in which you keep customers, amounts and dates: MRR, ARR and every movement follow from it, each down to the row it comes from.</source>
        <translation>顧客・金額・日付を管理している表計算ファイルをドロップしてください。MRR、ARR、すべての増減を計算し、どの数値も元の行までたどれます。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
    <message>
        <source>Chart of MRR movements</source>
        <translation>MRRの増減のグラフ</translation>
    </message>
    <message>
        <source>Chart of MRR</source>
        <translation>MRRのグラフ</translation>
    </message>
    <message>
        <source>MRR at start</source>
        <translation>期首MRR</translation>
    </message>
    <message>
        <source>MRR at end</source>
        <translation>期末MRR</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Movements by period</source>
        <translation>期間別の増減</translation>
    </message>
    <message>
        <source>Click on a figure to see the accounts and contracts behind it.</source>
        <translation>数値をクリックすると、根拠のアカウントと契約を表示します。</translation>
    </message>
    <message>
        <source>MRR and its movements by group</source>
        <translation>区分別のMRRと増減</translation>
    </message>
    <message>
        <source>By what the figures are split by, at the top of the page.</source>
        <translation>ページ上部で選んだ項目ごとに表示します。</translation>
    </message>
    <message>
        <source>Movements by account, {period}</source>
        <translation>アカウント別の増減（{period}）</translation>
    </message>
    <message>
        <source>No movements, {period}</source>
        <translation>増減なし（{period}）</translation>
    </message>
</context>
<context>
    <name>ReviewSteps</name>
    <message>
        <source>Add a step</source>
        <translation>ステップを追加</translation>
    </message>
    <message>
        <source>Take in one of our own</source>
        <translation>自社の対応から追加</translation>
    </message>
    <message>
        <source>Take in one of our own ...</source>
        <translation>自社の対応から追加…</translation>
    </message>
</context>
<context>
    <name>RisingUsersSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Lost in the last 90 days</source>
        <translation>直近90日の離脱率</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>離脱人数</translation>
    </message>
    <message>
        <source>In the 90 days before</source>
        <translation>その前の90日の離脱率</translation>
    </message>
    <message>
        <source>{k} of {n}</source>
        <translation>{n}人中{k}人</translation>
    </message>
</context>
<context>
    <name>RiskDialog</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名前の一部</translation>
    </message>
    <message>
        <source>Start a play …</source>
        <translation>プレイブックを開始…</translation>
    </message>
    <message>
        <source>Open requests …</source>
        <translation>未対応の要望…</translation>
    </message>
    <message>
        <source>leave as it is</source>
        <translation>変更しない</translation>
    </message>
    <message>
        <source>How well does the account fit?</source>
        <translation>顧客の適合度</translation>
    </message>
    <message>
        <source>What it lacks, or has, of your ideal customer</source>
        <translation>理想的な顧客像と比べて足りない点・合う点</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Choose the account: type part of its name, then Enter.</source>
        <translation>アカウントを選んでください。名前の一部を入力し、Enterキーを押します。</translation>
    </message>
</context>
<context>
    <name>RisksCard</name>
    <message>
        <source>Risks</source>
        <translation>リスク</translation>
    </message>
</context>
<context>
    <name>RisksPart</name>
    <message>
        <source>Risks</source>
        <translation>リスク</translation>
    </message>
    <message>
        <source>Raise a risk …</source>
        <translation>リスクを登録…</translation>
    </message>
    <message>
        <source>No risk is logged. Log a signal as a risk, or raise what you have heard: then it is known how soon risks are seen, and how many are averted.</source>
        <translation>登録されたリスクはありません。シグナルをリスクとして登録するか、耳にしたことを登録してください。リスクをどれだけ早く見つけ、どれだけ回避できたかが分かるようになります。</translation>
    </message>
    <message>
        <source>Open: {count}. MRR at stake: {mrr}. Without a plan: {without}</source>
        <translation>対応中：{count}件、影響するMRR：{mrr}、対応方針なし：{without}件</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>リスク</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>First signal</source>
        <translation>最初の兆候</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>対応方針</translation>
    </message>
</context>
<context>
    <name>RowDetailsDialog</name>
    <message>
        <source>Imported from {place}</source>
        <translation>取り込み元：{place}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>The second place for backups, {place}, is not there now. Backups beside the book go on; it catches up when it is back.</source>
        <translation>バックアップの第2の保存先 {place} が見つかりません。ブックと同じ場所へのバックアップは続けています。再び接続されると、不足分をコピーします。</translation>
    </message>
    <message>
        <source>No backup could be copied to the second place: {why}</source>
        <translation>第2の保存先にバックアップをコピーできませんでした: {why}</translation>
    </message>
    <message>
        <source>No backup could be saved: {why}</source>
        <translation>バックアップを保存できませんでした：{why}</translation>
    </message>
</context>
<context>
    <name>SameAccount</name>
    <message>
        <source>Perhaps the same account</source>
        <translation>同じアカウントの可能性</translation>
    </message>
    <message>
        <source>Bring together</source>
        <translation>統合する</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>別のアカウント</translation>
    </message>
    <message>
        <source>Bringing them together moves everything of the right account to the left one, in one step: contracts, people, touches, use and the rest. Where both say something, choose which stands.</source>
        <translation>統合すると、右のアカウントの契約・担当者・タッチ・利用実績などがすべて左のアカウントに移ります。操作は1回で、まとめて元に戻せます。両方に値がある項目は、残す方を選んでください。</translation>
    </message>
    <message>
        <source>Both accounts</source>
        <translation>2つのアカウント</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>SecondPlace</name>
    <message>
        <source>Copy to another disk ...</source>
        <translation>別のディスクにもコピー…</translation>
    </message>
    <message>
        <source>Copy no more</source>
        <translation>コピーをやめる</translation>
    </message>
    <message>
        <source>Copying ...</source>
        <translation>コピーしています…</translation>
    </message>
    <message>
        <source>The backups are there already. Choose a folder on another disk.</source>
        <translation>バックアップはすでにその場所にあります。別のディスクのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Folder on another disk for the backups</source>
        <translation>バックアップのコピー先（別のディスクのフォルダー）</translation>
    </message>
    <message>
        <source>Backups on the same disk are lost together with it.</source>
        <translation>同じディスク上のバックアップは、ディスクの故障時に一緒に失われます。</translation>
    </message>
    <message>
        <source>Every backup is copied to {place} as well.</source>
        <translation>すべてのバックアップを {place} にもコピーしています。</translation>
    </message>
</context>
<context>
    <name>ServingPart</name>
    <message>
        <source>Cost to serve by group</source>
        <translation>グループ別の対応コスト</translation>
    </message>
    <message>
        <source>Cost to serve by account</source>
        <translation>アカウント別の対応コスト</translation>
    </message>
    <message>
        <source>What an hour of each person costs</source>
        <translation>担当者の時間単価</translation>
    </message>
    <message>
        <source>{n} touches in the period. Without minutes: {untimed}; without an hourly rate: {unrated}.</source>
        <translation>期間中のタッチ{n}件（所要時間なし {untimed}件、時間単価なし {unrated}件）</translation>
    </message>
    <message>
        <source>Cost to serve</source>
        <translation>対応コスト</translation>
    </message>
    <message>
        <source>Minutes of touch by the hourly rate. Type over a rate; it counts at once.</source>
        <translation>タッチの所要時間 × 担当者の時間単価。単価は上書きでき、すぐに反映されます。</translation>
    </message>
    <message>
        <source>Of MRR</source>
        <translation>対MRR</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Touch model</source>
        <translation>タッチモデル</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>タッチ数</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>所要時間（分）</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>MRR of the months</source>
        <translation>期間中のMRR</translation>
    </message>
    <message>
        <source>Without minutes or rate</source>
        <translation>時間・単価なし</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>Hourly rate</source>
        <translation>時間単価</translation>
    </message>
</context>
<context>
    <name>SetHealth</name>
    <message>
        <source>Health by hand</source>
        <translation>ヘルスの手入力</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>判断の根拠</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Health by hand: {name}</source>
        <translation>ヘルスの手入力：{name}</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, yesterday, -2, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、昨日、-2、2024-04-01</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>未来の日付は指定できません。</translation>
    </message>
    <message>
        <source>A value by hand counts for {n} days.</source>
        <translation>手入力の値は{n}日間有効です。</translation>
    </message>
    <message>
        <source>No data yet. {holds}</source>
        <translation>データはまだありません。{holds}</translation>
    </message>
    <message>
        <source>By hand now: {value} ({day}).</source>
        <translation>現在の値（手入力）：{value}（{day}）。</translation>
    </message>
    <message>
        <source>From data now: {value} ({day}).</source>
        <translation>現在の値（データ）：{value}（{day}）。</translation>
    </message>
    <message>
        <source>{now} {holds}</source>
        <translation>{now}{holds}</translation>
    </message>
    <message>
        <source>Value from 0 to 100</source>
        <translation>0～100の値</translation>
    </message>
    <message>
        <source>0 worst</source>
        <translation>0 最低</translation>
    </message>
    <message>
        <source>100 best</source>
        <translation>100 最高</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove this value, so that the data counts again</source>
        <translation>手入力の値を削除し、データからの値に戻します</translation>
    </message>
    <message>
        <source>Save, next factor</source>
        <translation>保存して次の要素へ</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Nobody yet. Owners of imported accounts appear here.</source>
        <translation>まだいません。取り込んだアカウントの担当者がここに表示されます。</translation>
    </message>
    <message>
        <source>New team member</source>
        <translation>メンバーの追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Team member</source>
        <translation>メンバー</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>保存しました：{name}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>When a day begins, name the customers that are new on Today</source>
        <translation>日付が変わったとき、「今日」に加わった顧客を知らせる</translation>
    </message>
    <message>
        <source>Desktop notices</source>
        <translation>デスクトップ通知</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Fiscal year starts in</source>
        <translation>会計年度の開始月</translation>
    </message>
    <message>
        <source>Language of reports</source>
        <translation>レポートの言語</translation>
    </message>
    <message>
        <source>What counts as use</source>
        <translation>利用とみなす指標</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>ブック</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Unit economics</source>
        <translation>ユニットエコノミクス</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>計算方法</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>チーム</translation>
    </message>
    <message>
        <source>Add team member</source>
        <translation>メンバーを追加</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>データの保護</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Check the book</source>
        <translation>ブックを検査</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>バックアップの一覧</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>このパソコン</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>あなたの名前</translation>
    </message>
    <message>
        <source>{n} accounts</source>
        <translation>{n}件のアカウント</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1件のアカウント</translation>
    </message>
</context>
<context>
    <name>SharedFolder</name>
    <message>
        <source>A shared folder</source>
        <translation>共有フォルダー</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>了解しました</translation>
    </message>
</context>
<context>
    <name>SightsCard</name>
    <message>
        <source>Once you can say: {what}</source>
        <translation>この状態になったら：{what}</translation>
    </message>
    <message>
        <source>In your book: {what}</source>
        <translation>現在のブック：{what}</translation>
    </message>
</context>
<context>
    <name>SignalRules</name>
    <message>
        <source>Rules of danger</source>
        <translation>危険シグナルのルール</translation>
    </message>
    <message>
        <source>Past year: accounts flagged at a month end, and how many of them left later (95%).</source>
        <translation>過去1年：月末に該当したアカウント数と、その後に解約した数（95%区間）です。</translation>
    </message>
    <message>
        <source>Try on the past year</source>
        <translation>過去1年で検証</translation>
    </message>
    <message>
        <source>As to begin with</source>
        <translation>初期値に戻す</translation>
    </message>
</context>
<context>
    <name>SignalsPage</name>
    <message>
        <source>Log as risk</source>
        <translation>リスクとして登録</translation>
    </message>
    <message>
        <source>Into the register, with an owner, a plan and an outcome (Alt+R)</source>
        <translation>担当・対応方針・結果とともに管理します (Alt+R)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>対応不要にする</translation>
    </message>
    <message>
        <source>No danger: quiet until it begins anew (Alt+D)</source>
        <translation>危険ではないものとして一覧から外します。あらためて発生するまで表示しません（Alt+D）</translation>
    </message>
    <message>
        <source>Start a play …</source>
        <translation>プレイブックを開始…</translation>
    </message>
    <message>
        <source>As a risk, with the steps of a play as next steps (Alt+P)</source>
        <translation>リスクとして登録し、プレイブックの手順を次の対応に追加します（Alt+P）</translation>
    </message>
    <message>
        <source>Requests …</source>
        <translation>要望…</translation>
    </message>
    <message>
        <source>What the account has asked for and still waits on (Alt+O)</source>
        <translation>アカウントからの未対応の要望を表示（Alt+O）</translation>
    </message>
    <message>
        <source>The past year …</source>
        <translation>過去1年で検証…</translation>
    </message>
    <message>
        <source>Whom the rules would have flagged, and who of them left</source>
        <translation>各ルールに該当した顧客と、そのうち解約した顧客を表示します</translation>
    </message>
    <message>
        <source>Rules …</source>
        <translation>ルール…</translation>
    </message>
    <message>
        <source>Which rules are looked at, and from where they fire</source>
        <translation>使用するルールとしきい値</translation>
    </message>
    <message>
        <source>Plays …</source>
        <translation>プレイブック…</translation>
    </message>
    <message>
        <source>What is done against which signal, and what came of it</source>
        <translation>シグナルごとの対応手順とその結果</translation>
    </message>
    <message>
        <source>Accounts in danger: {count}. MRR at stake: {mrr}</source>
        <translation>危険のあるアカウント：{count}件、対象のMRR：{mrr}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>シグナル</translation>
    </message>
    <message>
        <source>What says so</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>発生日</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次の対応</translation>
    </message>
    <message>
        <source>Begin with the spreadsheet you have</source>
        <translation>お手元の表から始めましょう</translation>
    </message>
    <message>
        <source>Whatever the book knows of use, tickets, touches, people and payments is watched for danger.</source>
        <translation>利用・問い合わせ・タッチ・担当者・支払いのデータから、解約の危険を見つけます。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表を取り込む</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>シグナルはありません</translation>
    </message>
    <message>
        <source>No rule fires, or what did is a risk or was dismissed. Rules see no more than the book knows: use, tickets, touches, people, survey answers, payments.</source>
        <translation>該当するルールはありません（リスクとして記録済み・却下済みのものを除く）。ルールが見るのは、利用状況・問い合わせ・タッチ・連絡先・アンケート・入金など、ブックにあるデータだけです。</translation>
    </message>
    <message>
        <source>Danger signals</source>
        <translation>危険シグナル</translation>
    </message>
</context>
<context>
    <name>SignalsTried</name>
    <message>
        <source>The rules on the past year</source>
        <translation>過去1年での検証</translation>
    </message>
    <message>
        <source>Trying the rules …</source>
        <translation>ルールを検証中…</translation>
    </message>
    <message>
        <source>At the last 12 month ends, by what the book knows today. Accounts that left in that time: {n}. Accounts that no rule flagged, and that left: {missed}.</source>
        <translation>直近12回の月末時点で各ルールに該当した顧客を、現在のブックの記録から求めました。この間に解約した顧客：{n}件。どのルールにも該当せずに解約した顧客：{missed}件。</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>シグナル</translation>
    </message>
    <message>
        <source>Flagged, and left later (95%)</source>
        <translation>該当後に解約（95%区間）</translation>
    </message>
    <message>
        <source>Of all who left</source>
        <translation>解約全体のうち</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
</context>
<context>
    <name>SplitChoice</name>
    <message>
        <source>Split by</source>
        <translation>内訳の分け方</translation>
    </message>
    <message>
        <source>Split the figures of every page by this</source>
        <translation>すべてのページの数値をこの項目で分けて表示します</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>分けない</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>MRR at start</source>
        <translation>期首MRR</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>構成比</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome to csdesk</source>
        <translation>csdeskへようこそ</translation>
    </message>
    <message>
        <source>Spreadsheet in, honest churn and health on screen, Excel out. Everything stays on this machine.</source>
        <translation>スプレッドシートを取り込み、確かな解約率とヘルスを画面で確認し、Excelに出力。データはこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Recent books</source>
        <translation>最近使ったブック</translation>
    </message>
    <message>
        <source>Open a read-only copy</source>
        <translation>読み取り専用のコピーを開く</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>それでも開く</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>バックアップの一覧</translation>
    </message>
    <message>
        <source>Rescue into a new book ...</source>
        <translation>新しいブックに救出...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>ブックの新規作成</translation>
    </message>
    <message>
        <source>An empty book for your team</source>
        <translation>チーム用の空のブック</translation>
    </message>
    <message>
        <source>Open book</source>
        <translation>ブックを開く</translation>
    </message>
    <message>
        <source>One you or a colleague made</source>
        <translation>自分や同僚のブック</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>デモを見る</translation>
    </message>
    <message>
        <source>Sixty invented customers</source>
        <translation>架空の顧客60社</translation>
    </message>
    <message>
        <source>Already have a spreadsheet? Make a book, then drop the file on the window.</source>
        <translation>スプレッドシートをお持ちなら、ブックを作成してからこのウィンドウにドロップしてください。</translation>
    </message>
</context>
<context>
    <name>StartPlay</name>
    <message>
        <source>Start a play</source>
        <translation>プレイブックを開始</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>プレイブック</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, +7, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、+7、2024-04-01</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>顧客</translation>
    </message>
</context>
<context>
    <name>StepChanges</name>
    <message>
        <source>What the step changed</source>
        <translation>操作による変更</translation>
    </message>
    <message>
        <source>Open account</source>
        <translation>アカウントを開く</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>以前の変更を表示</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>What is done</source>
        <translation>実施すること</translation>
    </message>
    <message>
        <source> days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Due after days</source>
        <translation>期限（開始からの日数）</translation>
    </message>
    <message>
        <source>Days from the start to the day it is due</source>
        <translation>開始日から期限までの日数</translation>
    </message>
    <message>
        <source>Owner of the account</source>
        <translation>アカウントの担当者</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>To be done by the customer</source>
        <translation>顧客が行う作業</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source> days after the start</source>
        <translation>日後（開始から）</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>解決まで</translation>
    </message>
    <message>
        <source>Days after the start until which it repeats</source>
        <translation>繰り返す期間（開始からの日数）</translation>
    </message>
    <message>
        <source>until</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Repeats every</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>That it repeats, and what it carries</source>
        <translation>繰り返しと資料</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>元に戻す：{step}</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>やり直す：{step}</translation>
    </message>
</context>
<context>
    <name>SupportPart</name>
    <message>
        <source>By owner of the account and by priority; figures of support, not of success.</source>
        <translation>アカウントの担当者別・優先度別。サポートの指標で、カスタマーサクセスの成果とは分けて見ます。</translation>
    </message>
    <message>
        <source>Support tickets</source>
        <translation>問い合わせ対応</translation>
    </message>
    <message>
        <source>No ticket is in the book. Import a list of tickets.</source>
        <translation>問い合わせの記録がありません。問い合わせ一覧を取り込んでください。</translation>
    </message>
    <message>
        <source>Support tickets, {period}</source>
        <translation>問い合わせ対応、{period}</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>95%</source>
        <translation>95%区間</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>すべての問い合わせ</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Priority: {name}</source>
        <translation>優先度：{name}</translation>
    </message>
</context>
<context>
    <name>SurvivalPart</name>
    <message>
        <source>How long customers stay</source>
        <translation>継続期間</translation>
    </message>
    <message>
        <source>Kaplan-Meier: every unbroken stretch of paying months is one lifetime; those that go on count as far as they have been seen.</source>
        <translation>カプラン・マイヤー法：途切れのない契約期間を1件とし、継続中のものはこれまでの期間だけ数えます。</translation>
    </message>
    <message>
        <source>Lifetimes by group</source>
        <translation>区分別の継続期間</translation>
    </message>
    <message>
        <source>Lifetimes step by step</source>
        <translation>継続割合の推移</translation>
    </message>
    <message>
        <source>Mean of the first {n} months</source>
        <translation>最初の{n}か月の平均継続月数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Lifetimes</source>
        <translation>契約期間数</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Median lifetime</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>他の顧客全体との比較</translation>
    </message>
    <message>
        <source>After {n} months</source>
        <translation>{n}か月後</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>観測対象数</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>解約</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>打ち切り</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>継続割合</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全アカウント</translation>
    </message>
    <message>
        <source>Drawn are the {n} groups with the most lifetimes.</source>
        <translation>グラフには、契約期間数の多い{n}区分を表示しています。</translation>
    </message>
    <message>
        <source>Left out: {n} accounts that were there before the records begin; their start is not known.</source>
        <translation>対象外：記録開始前から利用中の{n}アカウント（開始時期不明）。</translation>
    </message>
</context>
<context>
    <name>TableBody</name>
    <message>
        <source>Find the columns anew</source>
        <translation>列を判別し直す</translation>
    </message>
    <message>
        <source>Save refused rows...</source>
        <translation>取り込めない行を保存...</translation>
    </message>
    <message>
        <source>Matched as the last time: {name}</source>
        <translation>前回と同じ対応を使っています：{name}</translation>
    </message>
    <message>
        <source>Columns {n}</source>
        <translation>列 {n}</translation>
    </message>
    <message>
        <source>To check {n}</source>
        <translation>要確認 {n}</translation>
    </message>
    <message>
        <source>Perhaps the same {n}</source>
        <translation>似ている顧客 {n}</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Show this table</source>
        <translation>この表を表示</translation>
    </message>
    <message>
        <source>Import this table</source>
        <translation>この表を取り込む</translation>
    </message>
    <message>
        <source>Found as</source>
        <translation>表の種類</translation>
    </message>
    <message>
        <source>{range}, {rows} rows, {columns} columns</source>
        <translation>{range}、{rows}行、{columns}列</translation>
    </message>
    <message>
        <source>{about}, hidden sheet</source>
        <translation>{about}、非表示シート</translation>
    </message>
    <message>
        <source>How certain the reading is</source>
        <translation>判定の確度</translation>
    </message>
</context>
<context>
    <name>TableCopies</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save table as...</source>
        <translation>表に名前を付けて保存...</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text (*.csv)</source>
        <translation>ブック (*.xlsx);;テキスト (*.csv)</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>表の保存</translation>
    </message>
    <message>
        <source>{file} written</source>
        <translation>{file}を作成しました</translation>
    </message>
    <message>
        <source>{n} texts could not be written whole.</source>
        <translation>{n}件のテキストは全体を書き出せませんでした。</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file}を作成中</translation>
    </message>
</context>
<context>
    <name>TakeBack</name>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>What stays as it is</source>
        <translation>そのまま残るもの</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Taken back: {step}</source>
        <translation>取り消しました: {step}</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Target of a figure</source>
        <translation>指標の目標値</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>期間の単位</translation>
    </message>
    <message>
        <source>From</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>No target from then on</source>
        <translation>以後は目標なし</translation>
    </message>
    <message>
        <source>Say what the figure is to be.</source>
        <translation>目標値を入力してください。</translation>
    </message>
    <message>
        <source>What was said, the latest first:</source>
        <translation>これまでの設定（新しい順）：</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete: {word}</source>
        <translation>削除：{word}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標値</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>It counts from that period on until it is revised. Whoever revises it says why; what was said before stays.</source>
        <translation>この期間から、見直すまで有効です。見直すときは理由を記入します。以前の設定は履歴に残ります。</translation>
    </message>
</context>
<context>
    <name>TargetsPart</name>
    <message>
        <source>Targets</source>
        <translation>目標値</translation>
    </message>
    <message>
        <source>Set a target …</source>
        <translation>目標値を設定…</translation>
    </message>
    <message>
        <source>Aim at a few figures: specific, measurable, within reach, and for a period. Do not copy other companies&apos; numbers: begin with what your own last four periods were. A target that turns out unrealistic is revised, with the reason; what was said before stays as its history.</source>
        <translation>目標は少数の指標に絞り、具体的・測定可能・達成可能で、期間の決まった値にします。他社の数値をそのまま使わず、自社の直近4期の実績から始めましょう。現実的でないとわかった目標は、理由を添えて見直します。以前の値は履歴に残ります。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>期間の単位</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標値</translation>
    </message>
    <message>
        <source>From</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>In</source>
        <translation>実績の期間</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>最新の設定</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Next steps</source>
        <translation>次の対応</translation>
    </message>
    <message>
        <source>Add a next step</source>
        <translation>次の対応を追加</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Open the material of: {title}</source>
        <translation>資料を開く：{title}</translation>
    </message>
    <message>
        <source>Open its material (Alt+O)</source>
        <translation>資料を開く（Alt+O）</translation>
    </message>
    <message>
        <source>Open its material</source>
        <translation>資料を開く</translation>
    </message>
    <message>
        <source>Change: {title}</source>
        <translation>変更：{title}</translation>
    </message>
    <message>
        <source>Change this next step (F2)</source>
        <translation>この対応を変更（F2）</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>変更...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>TemplateRow</name>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
    <message>
        <source>Without a template</source>
        <translation>テンプレートを使わない</translation>
    </message>
    <message>
        <source>Write one to begin with...</source>
        <translation>ひな形を作成...</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx *.xltx)</source>
        <translation>ブック (*.xlsx *.xltx)</translation>
    </message>
</context>
<context>
    <name>TicketDialog</name>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>What the complaint truly came down to</source>
        <translation>不満の本当の原因</translation>
    </message>
    <message>
        <source>Imported from {place}</source>
        <translation>取り込み元：{place}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Nothing yet. What you log stands here, with contracts, tickets and answers.</source>
        <translation>まだ何もありません。記録したタッチが、契約・問い合わせ・回答とともにここに並びます。</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Everyone</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>今日の対応</translation>
    </message>
    <message>
        <source>No renewal is recorded for the time to come.</source>
        <translation>今後の契約更新は登録されていません。</translation>
    </message>
    <message>
        <source>The next renewal is {name}, on {day}.</source>
        <translation>次の契約更新は{name}（{day}）です。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>MRR at stake</source>
        <translation>対象MRR</translation>
    </message>
    <message>
        <source>When</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>優先度</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Begin with the spreadsheet you have</source>
        <translation>お手元のスプレッドシートから始めましょう</translation>
    </message>
    <message>
        <source>Drop your list of customers or contracts on the window. Renewals, next steps and customers at risk then stand here every morning.</source>
        <translation>顧客や契約の一覧をこのウィンドウにドロップしてください。契約更新、次の対応、要注意の顧客が毎朝ここに並びます。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>表計算ファイルを取り込む</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>対応待ちはありません</translation>
    </message>
    <message>
        <source>Space: done   Alt+S: tomorrow   Alt+W: why   Enter: open</source>
        <translation>Space：対応済み   Alt+S：明日へ   Alt+W：理由   Enter：開く</translation>
    </message>
    <message>
        <source>Calendar file...</source>
        <translation>カレンダーに書き出す…</translation>
    </message>
    <message>
        <source>Renewals, last days for notice, next steps and milestones, for any calendar</source>
        <translation>更新日・解約通知期限・次の対応・マイルストーンを、各種カレンダーで読める形式で保存します</translation>
    </message>
</context>
<context>
    <name>TodaySide</name>
    <message>
        <source>The next renewal</source>
        <translation>次の契約更新</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>今週</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}日間</translation>
    </message>
    <message>
        <source>Renewals of how many days</source>
        <translation>更新を数える日数</translation>
    </message>
    <message>
        <source>The gap to the others</source>
        <translation>ほかの担当者との差</translation>
    </message>
    <message>
        <source>Renewals ahead</source>
        <translation>今後の更新</translation>
    </message>
    <message>
        <source>Touches logged: {n}</source>
        <translation>タッチの記録：{n}件</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}件</translation>
    </message>
    <message>
        <source>No renewal is due.</source>
        <translation>予定されている更新はありません。</translation>
    </message>
    <message>
        <source>The one renewal in the next {days} days is not at high risk.</source>
        <translation>今後{days}日間の更新1件は、高リスクではありません。</translation>
    </message>
    <message>
        <source>The one renewal in the next {days} days is at high risk.</source>
        <translation>今後{days}日間の更新1件は、高リスクです。</translation>
    </message>
    <message>
        <source>Of {many} in the next {days} days, {risk}.</source>
        <translation>今後{days}日間の{many}のうち、{risk}。</translation>
    </message>
    <message>
        <source>the {n} renewals</source>
        <translation>更新{n}件</translation>
    </message>
    <message>
        <source>one is at high risk</source>
        <translation>1件が高リスクです</translation>
    </message>
    <message>
        <source>{risk} are at high risk</source>
        <translation>{risk}件が高リスクです</translation>
    </message>
    <message>
        <source>next step planned</source>
        <translation>対応予定あり</translation>
    </message>
    <message>
        <source>no next step yet</source>
        <translation>対応未定</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search or go to ...</source>
        <translation>検索・移動…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>基準日</translation>
    </message>
    <message>
        <source>Every figure is shown as it stood at the end of this day</source>
        <translation>すべての数値は、この日の終わりの時点で表示します</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Log touch</source>
        <translation>タッチを記録</translation>
    </message>
    <message>
        <source>Log a touch from anywhere (Ctrl+Shift+A)</source>
        <translation>どこからでもタッチを記録（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>This book is open for reading only; changes are refused.</source>
        <translation>このブックは読み取り専用で開いています。変更はできません。</translation>
    </message>
    <message>
        <source>Read-only copy</source>
        <translation>読み取り専用のコピー</translation>
    </message>
    <message>
        <source>A copy of the book as it was when it was opened here; changes are refused.</source>
        <translation>開いた時点のブックのコピーです。変更はできません。</translation>
    </message>
</context>
<context>
    <name>TrendPart</name>
    <message>
        <source>Figure in the chart</source>
        <translation>グラフの指標</translation>
    </message>
    <message>
        <source>Chart of a figure by period</source>
        <translation>期間別のグラフ</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
</context>
<context>
    <name>TrialSheet</name>
    <message>
        <source>Model in force</source>
        <translation>現在のモデル</translation>
    </message>
    <message>
        <source>With these weights</source>
        <translation>この重みの場合</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>csdesk made a mistake</source>
        <translation>csdeskでエラーが発生しました</translation>
    </message>
    <message>
        <source>What you had done before is saved. You can go on working. If it happens again, send the lines below to whoever looks after csdesk; they hold no customer data.</source>
        <translation>これまでの操作は保存されています。そのまま作業を続けられます。繰り返し発生する場合は、下の内容をcsdeskの担当者に送ってください。顧客データは含まれていません。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Log file: {file}</source>
        <translation>ログファイル：{file}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Cells in trouble</source>
        <translation>確認が必要なセル</translation>
    </message>
    <message>
        <source>What should stand there</source>
        <translation>正しい値</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Take the mending back</source>
        <translation>修正を取り消す</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Previous trouble (Shift+F8)</source>
        <translation>前の確認箇所（Shift+F8）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next trouble (F8)</source>
        <translation>次の確認箇所（F8）</translation>
    </message>
    <message>
        <source>{at} of {n}</source>
        <translation>{n}件中{at}件目</translation>
    </message>
    <message>
        <source>Mend all {n} like it</source>
        <translation>同じ{n}件をまとめて直す</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>What stands there (mend it here)</source>
        <translation>元の値（ここで修正できます）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>UnitRules</name>
    <message>
        <source>How unit economics are counted</source>
        <translation>ユニットエコノミクスの計算方法</translation>
    </message>
    <message>
        <source>Lifetime value (LTV)</source>
        <translation>顧客生涯価値（LTV）</translation>
    </message>
    <message>
        <source>logo churn</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>gross MRR churn</source>
        <translation>グロスMRR解約率</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>解約率</translation>
    </message>
    <message>
        <source>of the same months</source>
        <translation>同じ月の費用</translation>
    </message>
    <message>
        <source>of the months one before</source>
        <translation>1か月前の費用</translation>
    </message>
    <message>
        <source>Costs of acquisition (CAC)</source>
        <translation>獲得費用（CAC）</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>Months of churn averaged</source>
        <translation>解約率を平均する月数</translation>
    </message>
    <message>
        <source>Purchases in a customer&apos;s life</source>
        <translation>1社あたりの購入回数</translation>
    </message>
    <message>
        <source>Payments a year</source>
        <translation>年間の購入頻度</translation>
    </message>
    <message>
        <source>Years a customer stays</source>
        <translation>継続年数</translation>
    </message>
    <message>
        <source>LTV / CAC holds from</source>
        <translation>LTV / CACの基準</translation>
    </message>
    <message>
        <source>Versions and comparison ...</source>
        <translation>版と比較...</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未入力</translation>
    </message>
</context>
<context>
    <name>UntoldPart</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>フィードバック</translation>
    </message>
    <message>
        <source>Resolved on</source>
        <translation>対応完了日</translation>
    </message>
    <message>
        <source>Resolved, and the customer not told yet</source>
        <translation>対応済み・顧客に未報告のフィードバック</translation>
    </message>
    <message>
        <source>Told today</source>
        <translation>本日報告済みにする</translation>
    </message>
    <message>
        <source>Everything that was resolved has been told back.</source>
        <translation>対応済みのフィードバックはすべて報告済みです。</translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Use</source>
        <translation>利用状況</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>グラフ</translation>
    </message>
</context>
<context>
    <name>UseCharts</name>
    <message>
        <source>No use recorded yet. Import logins, sessions or any other measure, and its months stand here.</source>
        <translation>利用実績はまだありません。ログイン数やセッション数などを取り込むと、月ごとの推移が表示されます。</translation>
    </message>
    <message>
        <source>Product engagement over time</source>
        <translation>プロダクトエンゲージメントの推移</translation>
    </message>
    <message>
        <source>{name}, 0 to 100</source>
        <translation>{name}（0〜100）</translation>
    </message>
    <message>
        <source>Now {score}, the mean of: {parts}</source>
        <translation>現在 {score}（次の3つの平均：{parts}）</translation>
    </message>
    <message>
        <source>Use over time</source>
        <translation>利用の推移</translation>
    </message>
    <message>
        <source>Use over time: {measure}</source>
        <translation>利用の推移：{measure}</translation>
    </message>
</context>
<context>
    <name>UsersCharts</name>
    <message>
        <source>Chart of active users</source>
        <translation>アクティブユーザーのグラフ</translation>
    </message>
    <message>
        <source>Chart of users lost and logos lost</source>
        <translation>ユーザー離脱とロゴ解約のグラフ</translation>
    </message>
    <message>
        <source>Chart of users of each day</source>
        <translation>日別ユーザー数のグラフ</translation>
    </message>
</context>
<context>
    <name>UsersGroupSheet</name>
    <message>
        <source>MAU</source>
        <translation>MAU</translation>
    </message>
    <message>
        <source>Users lost</source>
        <translation>ユーザー離脱率</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95%信頼区間</translation>
    </message>
    <message>
        <source>Users before</source>
        <translation>前期間の人数</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>他全体との比較</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>What counts as activity</source>
        <translation>カウントする利用</translation>
    </message>
    <message>
        <source>No use yet</source>
        <translation>利用実績がまだありません</translation>
    </message>
    <message>
        <source>Import what users do: one row a login, event or day, with the account, the user&apos;s name or e-mail, the date and, where there is one, an amount. Daily, weekly and monthly users, who stops and what that has to do with churn follow from it.</source>
        <translation>ユーザーの利用実績を取り込んでください。ログイン・イベント・日ごとに1行で、アカウント、ユーザーの氏名またはメールアドレス、日付、（あれば）数量を含む一覧です。日次・週次・月次のアクティブユーザー、離脱したユーザー、解約との関係がわかります。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>スプレッドシートを取り込む</translation>
    </message>
    <message>
        <source>Click on a figure to see the users and the rows of use behind it.</source>
        <translation>数値をクリックすると、対象のユーザーと利用実績の行を確認できます。</translation>
    </message>
    <message>
        <source>By period</source>
        <translation>期間別</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>グループ別</translation>
    </message>
    <message>
        <source>Compared by the interval of the difference, never by eye.</source>
        <translation>見た目ではなく、差の信頼区間で比較しています。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Choose a split at the top of the page to see its groups.</source>
        <translation>ページ上部で分類を選ぶと、グループ別の数値を表示します。</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>利用権限別</translation>
    </message>
    <message>
        <source>What users may do in the product: basic, advanced, admin.</source>
        <translation>製品でのユーザーの権限（一般・上級・管理者など）です。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>利用権限</translation>
    </message>
    <message>
        <source>No contact has a role yet. Import contacts with one.</source>
        <translation>利用権限が登録された担当者がいません。権限を含む担当者一覧を取り込んでください。</translation>
    </message>
    <message>
        <source>Came without doing what counts</source>
        <translation>利用はあるが、価値のある利用がないユーザー</translation>
    </message>
    <message>
        <source>Users often leave before their account does.</source>
        <translation>ユーザーの離脱は、解約の前ぶれになることがあります。</translation>
    </message>
    <message>
        <source>Accounts whose users leave now</source>
        <translation>ユーザーの離脱が増えているアカウント</translation>
    </message>
    <message>
        <source>No paying account loses a larger share of its users than before.</source>
        <translation>離脱率が以前より上がっている契約中のアカウントはありません。</translation>
    </message>
    <message>
        <source>Accounts that lost users</source>
        <translation>ユーザーが離脱したアカウント</translation>
    </message>
    <message>
        <source>In the last period that is over.</source>
        <translation>終了した直近の期間について。</translation>
    </message>
    <message>
        <source>Does using it more keep them?</source>
        <translation>よく使うほど継続しているか</translation>
    </message>
    <message>
        <source>To copy: what they had done before the twelve months, against all others.</source>
        <translation>上位25%が対象の12か月より前に何をしていたかを、その他と比べます。ほかの顧客への展開にお役立てください。</translation>
    </message>
    <message>
        <source>What the best quarter did</source>
        <translation>上位25%がしていたこと</translation>
    </message>
    <message>
        <source>A release is felt by users at once; on price and positioning those decide who pay.</source>
        <translation>リリースはユーザーにすぐ影響します。価格とポジショニングは、契約する側の判断に影響します。</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前後の比較</translation>
    </message>
    <message>
        <source>No use names a user, so accounts are counted in the place of users.</source>
        <translation>利用実績にユーザーの記録がないため、ユーザーの代わりにアカウントを数えています。</translation>
    </message>
    <message>
        <source>Use of {n} accounts names no user; it is left out here.</source>
        <translation>{n}社の利用実績にはユーザーの記録がないため、ここでは集計していません。</translation>
    </message>
    <message>
        <source>Every user of the last 30 days did something that counts.</source>
        <translation>直近30日間のユーザーは全員、価値のある利用がありました。</translation>
    </message>
</context>
<context>
    <name>UsersSheet</name>
    <message>
        <source>DAU</source>
        <translation>DAU</translation>
    </message>
    <message>
        <source>WAU</source>
        <translation>WAU</translation>
    </message>
    <message>
        <source>MAU</source>
        <translation>MAU</translation>
    </message>
    <message>
        <source>MAU, any use</source>
        <translation>MAU（全体）</translation>
    </message>
    <message>
        <source>DAU/MAU</source>
        <translation>DAU/MAU</translation>
    </message>
    <message>
        <source>Users lost</source>
        <translation>ユーザー離脱率</translation>
    </message>
    <message>
        <source>Logos lost</source>
        <translation>ロゴ解約率</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>95% of users lost</source>
        <translation>離脱率の95%区間</translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>Views</source>
        <translation>ビュー</translation>
    </message>
    <message>
        <source>{name}: right-click to delete it</source>
        <translation>{name}（右クリックで削除）</translation>
    </message>
    <message>
        <source>Delete view “{name}”</source>
        <translation>ビュー「{name}」を削除</translation>
    </message>
</context>
<context>
    <name>VoiceAccountSheet</name>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Consistently negative</source>
        <translation>低評価が継続</translation>
    </message>
    <message>
        <source>Last score</source>
        <translation>直近の点数</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Last against before</source>
        <translation>直近とそれ以前の差</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答数</translation>
    </message>
    <message>
        <source>Decision makers: last</source>
        <translation>決裁者：直近</translation>
    </message>
    <message>
        <source>Decision makers: mean</source>
        <translation>決裁者：平均</translation>
    </message>
    <message>
        <source>Decision makers: answers</source>
        <translation>決裁者：回答数</translation>
    </message>
    <message>
        <source>■ decision makers</source>
        <translation>■ 決裁者</translation>
    </message>
    <message>
        <source>■ both</source>
        <translation>■ 両方</translation>
    </message>
    <message>
        <source>■ account</source>
        <translation>■ アカウント</translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message>
        <source>Survey answers</source>
        <translation>アンケート回答</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Nobody has answered yet. NPS, CSAT and CES can be typed in.</source>
        <translation>回答はまだありません。NPS・CSAT・CESを入力できます。</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>{period}, as of {day}</source>
        <translation>{period}（{day}時点）</translation>
    </message>
    <message>
        <source>Nobody has been heard yet</source>
        <translation>お客様の声がまだありません</translation>
    </message>
    <message>
        <source>NPS, CSAT and CES come from survey answers. Import the results of a survey, or type answers in one by one; those asked who did not answer tell the response rate.</source>
        <translation>NPS・CSAT・CESはアンケートの回答から計算します。アンケートの結果を取り込むか、回答を1件ずつ入力してください。依頼したが未回答の人も記録すると、回答率がわかります。</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>スプレッドシートを取り込む</translation>
    </message>
    <message>
        <source>Add answer</source>
        <translation>回答を追加</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>By period with its 95% interval, by score, and by account over the year up to the period&apos;s end.</source>
        <translation>期間別（95%信頼区間付き）、点数別、アカウント別（期末までの1年間）に表示します。</translation>
    </message>
    <message>
        <source>One survey</source>
        <translation>アンケート別</translation>
    </message>
    <message>
        <source>Chart of the survey by period</source>
        <translation>期間別のグラフ</translation>
    </message>
    <message>
        <source>Chart of answers by score</source>
        <translation>点数別のグラフ</translation>
    </message>
    <message>
        <source>Answers by account</source>
        <translation>アカウント別の回答</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>グループ別</translation>
    </message>
    <message>
        <source>By what is chosen at the top of the page, else by touch model; compared by the interval of the difference.</source>
        <translation>ページ上部で選んだ切り口（未選択ならタッチモデル）ごとに、差の信頼区間で比較します。</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>役割別</translation>
    </message>
    <message>
        <source>Decision makers apart. In the weighted NPS, their answers count twice.</source>
        <translation>決裁者を分けて表示します。加重NPSでは、決裁者の回答を2件分として数えます。</translation>
    </message>
</context>
<context>
    <name>WhatIfPart</name>
    <message>
        <source>Accounts to lose or save</source>
        <translation>試算するアカウント</translation>
    </message>
    <message>
        <source>As it is, and as it would be</source>
        <translation>現状と試算の比較</translation>
    </message>
    <message>
        <source>Kept choices</source>
        <translation>保存した試算</translation>
    </message>
    <message>
        <source>No account holds “{words}”.</source>
        <translation>「{words}」を含むアカウントはありません。</translation>
    </message>
    <message>
        <source>Filter accounts</source>
        <translation>アカウントを絞り込む</translation>
    </message>
    <message>
        <source>Take as lost</source>
        <translation>解約とする</translation>
    </message>
    <message>
        <source>Take as saved</source>
        <translation>継続とする</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>現状のまま</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Name of this choice</source>
        <translation>試算の名前</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Select accounts, then take them as lost today or as saved: a known end is taken back, and who left since the start of {period} stays. Nothing in the book changes.</source>
        <translation>アカウントを選び、「解約とする」または「継続とする」を押してください。継続とすると、予定された終了は取り消され、{period}の期初以降に解約した顧客は残ったものとして計算します。ブックの内容は変わりません。</translation>
    </message>
</context>
<context>
    <name>WhatIfSheet</name>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>By the present churn</source>
        <translation>現在の解約率の場合</translation>
    </message>
    <message>
        <source>With more retention</source>
        <translation>継続率が上がった場合</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>増減</translation>
    </message>
</context>
<context>
    <name>WhichHealth</name>
    <message>
        <source>Which accounts</source>
        <translation>表示するアカウント</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>すべてのアカウント</translation>
    </message>
    <message>
        <source>Outcome and experience good ({n})</source>
        <translation>成果・体験ともに良好（{n}）</translation>
    </message>
    <message>
        <source>Outcome good, experience poor ({n})</source>
        <translation>成果は良好、体験は不十分（{n}）</translation>
    </message>
    <message>
        <source>Experience good, outcome poor ({n})</source>
        <translation>体験は良好、成果は不十分（{n}）</translation>
    </message>
    <message>
        <source>Outcome and experience poor ({n})</source>
        <translation>成果・体験ともに不十分（{n}）</translation>
    </message>
    <message>
        <source>Sentiment contradicts the score ({n})</source>
        <translation>所感とスコアの食い違い（{n}）</translation>
    </message>
</context>
<context>
    <name>WinDialog</name>
    <message>
        <source>Account, if any</source>
        <translation>アカウント（任意）</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名前の一部</translation>
    </message>
    <message>
        <source>Choose the account, or leave its field empty.</source>
        <translation>アカウントを選ぶか、欄を空にしてください。</translation>
    </message>
</context>
<context>
    <name>WinsCard</name>
    <message>
        <source>Wins</source>
        <translation>成果</translation>
    </message>
</context>
<context>
    <name>WinsPart</name>
    <message>
        <source>Wins</source>
        <translation>成果の記録</translation>
    </message>
    <message>
        <source>Log a win …</source>
        <translation>成果を記録…</translation>
    </message>
    <message>
        <source>Log what there is to celebrate: what a customer has achieved, a churn averted, a reference. The board workbook tells of those of its period.</source>
        <translation>顧客の成果、解約の回避、事例への協力など、祝いたいことを記録します。経営報告ブックには、その期間の成果が載ります。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What was achieved</source>
        <translation>達成した内容</translation>
    </message>
    <message>
        <source>Thanks to</source>
        <translation>立役者</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>ほか{n}件</translation>
    </message>
</context>
<context>
    <name>WorkCards</name>
    <message>
        <source>Add a goal, deal, feedback ...</source>
        <translation>目標・商談・要望などを追加</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>New: {what}</source>
        <translation>{what}の追加</translation>
    </message>
    <message>
        <source>A deal that is won counts as revenue once its contract line is added.</source>
        <translation>受注した商談は、契約明細を追加すると売上に計上されます。</translation>
    </message>
    <message>
        <source>Imported from {place}</source>
        <translation>取り込み元：{place}</translation>
    </message>
    <message>
        <source>This day is not understood. Try: today, +7, 2024-04-01.</source>
        <translation>日付を読み取れません。例：今日、+7、2024-04-01</translation>
    </message>
    <message>
        <source>{field}: a value is needed.</source>
        <translation>{field}を入力してください。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未選択</translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>ブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Reading the book ...</source>
        <translation>データを読み込んでいます...</translation>
    </message>
    <message>
        <source>Writing ...</source>
        <translation>書き出しています...</translation>
    </message>
    <message>
        <source>{n} texts could not be written whole.</source>
        <translation>{n}件のテキストは全体を書き出せませんでした。</translation>
    </message>
    <message>
        <source>{file} written</source>
        <translation>{file}を作成しました</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file}を作成中</translation>
    </message>
    <message>
        <source>Written: {name}. &lt;a href=&quot;{file}&quot;&gt;Open it&lt;/a&gt; or &lt;a href=&quot;{folder}&quot;&gt;open its folder&lt;/a&gt;.</source>
        <translation>作成しました：{name}&#x3000;&lt;a href=&quot;{file}&quot;&gt;開く&lt;/a&gt;&#x3000;&lt;a href=&quot;{folder}&quot;&gt;フォルダーを開く&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>_FactorRow</name>
    <message>
        <source>Points this factor adds to the score</source>
        <translation>この要素がスコアに加えている点数</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手入力</translation>
    </message>
    <message>
        <source>Set by hand: {factor}</source>
        <translation>手入力：{factor}</translation>
    </message>
    <message>
        <source>too old: {day}</source>
        <translation>期限切れ：{day}</translation>
    </message>
    <message>
        <source>by hand, {day}</source>
        <translation>手入力 {day}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Next step</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>What is done next</source>
        <translation>次に行うこと</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>To be done by the customer</source>
        <translation>お客様に行っていただくこと</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
</context>
<context>
    <name>_TimelineRow</name>
    <message>
        <source>{n} min</source>
        <translation>{n}分</translation>
    </message>
    <message>
        <source>sentiment {n} of 5</source>
        <translation>所感 {n}/5</translation>
    </message>
</context>
</TS>
