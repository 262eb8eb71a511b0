"""Sheets as founders and customer-success people keep them: one line a sheet, headings with the field that each is.

`kind | heading = field` and, behind `@`, the values where the field's own would not do. A field may be one of several
(`a/b`), and `-` is a column of the team's own.
"""

# ruff: noqa: E501 - one line is one sheet

SHEETS = """
# customer lists, English
accounts,contracts | 💼 Company = account.name | 💰 MRR ($) = contract.mrr | 📅 Since = contract.start/account.created_at | 😀 Health = health.band | Owner = account.owner
accounts,contracts | Customer = account.name | $/mo = contract.mrr | Start = contract.start | CSM = account.owner | Notes = account.notes
accounts,contracts | Cust. = account.name | Mthly fee = contract.mrr | Strt date = contract.start | Rep = account.owner/account.sales_rep | Rmks = account.notes/-
accounts,contracts | Company / Contact = account.name/-@company and person | Email = contact.email | Plan = contract.plan | MRR = contract.mrr
accounts,contracts | Company = account.name | Contact = contact.name | Email = contact.email | Plan = contract.plan | Price per month = contract.mrr | Signed up = contract.start
accounts | Name = account.name | Industry = account.industry | # employees = account.employees | HQ = -/account.region@city | Website = account.domain
accounts,contracts | Client = account.name | Pkg = contract.plan/-@plan | Monthly ($) = contract.mrr | Start Dt = contract.start | End Dt = contract.end/contract.renewal | Reason = contract.churn_reason
accounts,contracts | Account = account.name | ARR (k USD) = contract.arr@thousands | Renewal = contract.renewal | Tier = account.tier | Seg = account.segment/-@segment
accounts,contracts | Logo = account.name | ACV = contract.arr | Go-live = contract.start | Next renewal = contract.renewal | RAG = health.band | Exec sponsor = contact.name/-@person
accounts,contracts | customer_name = account.name | customer_id = account.external_id | mrr_usd = contract.mrr | start_dt = contract.start | churn_dt = contract.end@few days
accounts,contracts | CustomerName = account.name | PlanName = contract.plan | MonthlyPrice = contract.mrr | StartDate = contract.start | RenewalDate = contract.renewal
accounts,contracts | Customer name: = account.name | Seats: = contract.quantity | Price/seat/mo: = contract.unit_amount/contract.mrr/- | Start: = contract.start
unknown,accounts,contracts | WHO = account.name/-@company | Pays us (monthly) = contract.mrr/- | Since when = contract.start/- | Happy? = health.band/account.sentiment/account.at_risk/-@yes no
accounts,contracts | Business = account.name | Owner = account.owner | Fee p/m = contract.mrr | Joined = contract.start/account.created_at | Left = contract.end@few days
accounts,contracts | Company Name = account.name | Subscription Fee (USD/month) = contract.mrr | Contract Start (YYYY-MM-DD) = contract.start | Contract Term (months) = contract.period/-@months
accounts,contacts | Company = account.name | Point of contact = contact.name | POC email = contact.email | POC phone = contact.phone | Last check-in = touch.last_at/- | Next step = touch.next/-
accounts | Customer = account.name | Health (R/Y/G) = health.band | Last call = touch.last_at | At risk? = account.at_risk@yes no | Comment = account.notes
accounts | Customer = account.name | Score /100 = health.score@score100 | NPS = nps.score | Tickets (30d) = -@small | Logins (30d) = usage.logins@small
accounts,contracts | Clinic = account.name | Licences = contract.quantity | Fee = contract.amount/contract.mrr/- | Billing = contract.interval@interval | Began = contract.start
accounts,contracts | School = account.name | Students = -/contract.quantity@small | Annual fee = contract.arr | Start of contract = contract.start
accounts,contracts | Company = account.name | Acct mgr = account.owner | Mrr = contract.mrr | cur = contract.currency@currency | strt = contract.start/-
accounts,contracts | Company = account.name | Monthly recurring revenue (EUR) = contract.mrr | Customer since = contract.start/account.created_at | Country = -/account.region@country
accounts | Company = account.name | Street = account.address@street | City = -/account.address@city | ZIP = account.postal_code@zip | State = -/account.prefecture/account.region@city | Phone = account.phone
accounts | 会社名 = account.name | 〒 = account.postal_code@zip ja | 住所 = account.address@street ja | TEL = account.phone
accounts | Name = account.name/contact.name/-@person | Phone = account.phone/contact.phone/- | City = -/account.address@city
accounts | Organisation = account.name | Sector = account.industry | Territory = account.region@city | Relationship owner = account.owner | Lead source = account.channel@text
accounts,contracts | Custmer = account.name | Monthy fee = contract.mrr | Start Date = contract.start
accounts,contracts | customer  name = account.name | M R R = contract.mrr/- | Renewal  date = contract.renewal
accounts,contracts | Customer 🏢 = account.name | Plan 📦 = contract.plan | MRR 💵 = contract.mrr | Renewal 📆 = contract.renewal | Owner 🙋 = account.owner
accounts,contracts | Account Name * = account.name | Plan (required) = contract.plan | MRR * = contract.mrr | Start Date (required) = contract.start
accounts,contracts | 1. Company = account.name | 2. Plan = contract.plan | 3. MRR = contract.mrr | 4. Start date = contract.start
accounts,contracts | Company [name] = account.name | Subscription [plan] = contract.plan | Amount [USD, monthly] = contract.mrr | Started [date] = contract.start
accounts,contracts | Company = account.name | Billed = contract.interval@interval | Amount billed = contract.amount | Started = contract.start
accounts,contracts | Customer = account.name | Contract value = contract.amount | Contract start = contract.start | Contract end = contract.end/contract.renewal | Auto-renew = contract.auto_renew@yes no
accounts,contracts | Customer = account.name | Price = contract.amount/contract.mrr | Start = contract.start | Cancelled on = contract.canceled_at/contract.end@few days | Why = contract.churn_reason@reason
accounts,contracts | Company = account.name | List price = contract.list_amount/contract.amount/contract.mrr | Discount % = contract.discount_rate@percent | Net MRR = contract.mrr | Start = contract.start
accounts,contracts | Company = account.name | Seats bought = contract.quantity | Seats used = -@small | MRR = contract.mrr | Start = contract.start
accounts,contracts | Company = account.name | Trial ends = contract.trial_end | MRR = contract.mrr | Start = contract.start
accounts,contracts | Company = account.name | Status = account.status/contract.status@standing | MRR = contract.mrr | Started = contract.start
accounts | Company = account.name | Status = account.status/contract.status@standing | Owner = account.owner
accounts | Company = account.name | Account executive = account.sales_rep@person | CSM = account.owner | Onboarding = -@text
accounts | Partner = -/account.channel/account.name@company | Region = account.region@city | Account manager = account.owner | Company = account.name
accounts,contracts | Company = account.name | Product = contract.product | MRR = contract.mrr | First invoice = contract.start
accounts,contracts | Company = account.name | Owner = account.owner | ARR = contract.arr | Expansion potential = -@text | Renewal date = contract.renewal | Renewal risk = health.band/account.at_risk
accounts,contracts | Company = account.name | Renewal date = contract.renewal | Days to renewal = -@small | ARR up for renewal = contract.arr | Forecast = -/renewal.likelihood@text | CSM = account.owner
# customer lists, Japanese
accounts,contracts | 会社名 = account.name | 月額 = contract.mrr | 開始 = contract.start | 担当 = account.owner | 備考 = account.notes
accounts,contracts | 顧客名 = account.name | 月額(税抜・円) = contract.mrr | 契約開始 = contract.start | 更新月 = contract.renewal/-@months of year | 担当CS = account.owner
accounts,contracts | 企業 = account.name | 利用料/月 = contract.mrr | 利用開始日 = contract.start | 解約日 = contract.end@few days | 解約理由 = contract.churn_reason
accounts,contracts | 取引先 = account.name | 契約金額(千円) = contract.amount@thousands | 契約期間(開始) = contract.start | 契約期間(終了) = contract.end/contract.renewal
accounts,contracts | お客様名 = account.name | プラン = contract.plan | 席数 = contract.quantity | 月額単価 = contract.mrr/contract.unit_amount/- | 契約日 = contract.start
accounts | 社名 = account.name | 業種 = account.industry | 規模 = account.size@size | 住所 = account.address@street ja | 電話 = account.phone
accounts | 会社名 = account.name | 郵便番号 = account.postal_code@zip ja | 都道府県 = account.prefecture@prefecture | 市区町村 = -/account.address@city ja | 番地 = account.address@street ja | ビル名 = -/account.address@few text
accounts | 会社名 = account.name | 先方担当 = contact.name | 弊社担当 = account.owner | 最終訪問日 = touch.last_at | 温度感 = -/account.sentiment/health.mark@ABC
accounts,contracts | クライアント = account.name | MRR = contract.mrr | 契約スタート = contract.start | ヘルス = health.band@marks | CSM = account.owner
accounts,contracts | 導入企業 = account.name | ライセンス数 = contract.quantity | 年額 = contract.arr | 次回更新日 = contract.renewal | 自動更新 = contract.auto_renew@ari nashi
accounts,contracts | 得意先名 = account.name | 得意先コード = account.external_id | 月額料金 = contract.mrr | 開始年月 = contract.start@months
accounts,contracts | 契約先 = account.name | サービス = contract.product | 料金（月） = contract.mrr | 契約開始日（西暦） = contract.start | 契約終了日（西暦） = contract.end/contract.renewal
accounts,contracts | 会社 = account.name | 金額 = contract.amount | 支払 = contract.interval@interval ja | 開始日 = contract.start
accounts,contracts | 店舗名 = account.name | オーナー = -/account.owner/contact.name@person ja | 月会費 = contract.mrr | 加盟日 = contract.start/account.created_at/-
accounts,contracts | 法人名 = account.name | 法人番号 = account.corporate_number@corporate | 月額利用料 = contract.mrr | 利用開始 = contract.start | 解約予定日 = contract.end@few days
accounts | 顧客 = account.name | ランク = account.tier@ABC | リスク = health.band/account.at_risk@high low ja | コメント = account.notes
accounts | 顧客名 = account.name | 状況 = account.status/contract.status@standing ja | 担当者 = account.owner | 次アクション = touch.next/-
accounts | 企業名 = account.name | 従業員数(名) = account.employees | 拠点 = -/account.region@city ja | HP = account.domain | 流入経路 = account.channel@text ja
accounts,contracts | ①会社名 = account.name | ②プラン = contract.plan | ③月額 = contract.mrr | ④契約日 = contract.start
accounts,contracts | 会社名＊ = account.name | 契約プラン＊ = contract.plan | 月額（円）＊ = contract.mrr | 契約開始日＊ = contract.start
accounts,contracts | 会社名【必須】 = account.name | 月額【税別】 = contract.mrr | 契約開始【日付】 = contract.start
accounts,contracts | 会社\u3000名 = account.name | 月\u3000額 = contract.mrr | 開 始 日 = contract.start
accounts,contracts | 🏢会社名 = account.name | 💴月額 = contract.mrr | 📅契約開始 = contract.start | 🚦健康度 = health.band@marks
accounts,contracts | 顧客名(Customer) = account.name | 月額(MRR) = contract.mrr | 開始日(Start) = contract.start | 担当(CSM) = account.owner
accounts,contracts | Customer／顧客 = account.name | MRR／月額 = contract.mrr | Start／開始日 = contract.start
accounts,contracts | 会社名 Company = account.name | プラン Plan = contract.plan | 月額 MRR = contract.mrr | 契約開始日 Start = contract.start
accounts,contracts | 会社名 = account.name | 初期費用 = - | 月額費用 = contract.mrr | 契約開始日 = contract.start | 最低利用期間 = -/contract.period@months
accounts,contracts | 会社名 = account.name | 月額（税込） = contract.mrr | 利用開始日 = contract.start
accounts,contracts | 会社名 = account.name | 契約ID数 = contract.quantity | 利用ID数 = -@small | 月額 = contract.mrr | 契約開始日 = contract.start
accounts,contracts | 会社名 = account.name | 定価 = contract.list_amount/contract.amount/contract.mrr | 値引率 = contract.discount_rate@percent | 月額 = contract.mrr | 契約開始日 = contract.start
accounts,contracts | 会社名 = account.name | 契約開始日 = contract.start | 契約満了日 = contract.renewal | 契約金額（年） = contract.arr | 解約通知期限 = contract.notice_by@days
accounts,contracts | 顧客 = account.name | 契約形態 = contract.type/contract.interval/-@new renewal ja | 月額 = contract.mrr | 契約日 = contract.start | 紹介元 = account.channel@text ja
accounts,contracts | 施設名 = account.name | 定員 = -@small | 契約プラン = contract.plan | 月額 = contract.mrr | 導入日 = contract.start
accounts | 会社名 = account.name | 代表電話 = account.phone | 代表者 = contact.name/-@person ja | 資本金 = - | 設立 = -@days
accounts,contacts | 貴社名 = account.name | ご担当者名 = contact.name | メールアドレス = contact.email | お電話番号 = account.phone/contact.phone/-
accounts | No = -@row numbers | 会社名 = account.name | 担当 = account.owner | メモ = account.notes
accounts,contracts | 契約番号 = contract.external_id@ids | 会社名 = account.name | 月額 = contract.mrr | 契約開始日 = contract.start
# who left
accounts,contracts | Customer = account.name | Churned on = contract.end | MRR lost = contract.mrr | Reason = contract.churn_reason
accounts,contracts | Lost customer = account.name | Date lost = contract.end | ARR = contract.arr | Why they left = contract.churn_reason@reason | Competitor = -@few text
accounts,contracts | 解約企業 = account.name | 解約日 = contract.end | 月額 = contract.mrr | 解約理由 = contract.churn_reason
accounts,contracts | 会社名 = account.name | 解約月 = contract.end@months | 失ったMRR = contract.mrr | 理由 = contract.churn_reason | 担当 = account.owner
accounts,contracts | 退会企業 = account.name | 退会日 = contract.end | 退会理由 = contract.churn_reason | 月額料金 = contract.mrr
accounts,contracts | Client = account.name | Cancellation date = contract.canceled_at/contract.end | Plan = contract.plan | Monthly = contract.mrr | Feedback = -/contract.churn_reason@reason
# people
contacts | Name = contact.name@person | Company = account.name | Title = contact.title | Email = contact.email | Mobile = contact.phone
contacts | First = contact.first_name | Last = contact.last_name | Org = account.name | E-mail = contact.email | Tel = contact.phone
contacts | Full name = contact.name | Role = contact.title | Company = account.name | Work email = contact.email | Decision maker? = contact.decision_maker@yes no
contacts | Contact = contact.name | Job = contact.title/- | Account = account.name | Phone = contact.phone | Email address = contact.email
contacts | 氏名 = contact.name | 会社名 = account.name | 部署 = contact.department | 役職 = contact.title | メール = contact.email | 電話番号 = contact.phone
contacts | 姓 = contact.last_name | 名 = contact.first_name | フリガナ = contact.kana/-@kana | 会社 = account.name | Eメール = contact.email | 携帯 = contact.phone
contacts | お名前 = contact.name | ご所属 = account.name | お役職 = contact.title | E-mail = contact.email
contacts | 担当者名 = contact.name | 企業名 = account.name | 部署名 = contact.department | 連絡先 = contact.phone/contact.email@phone | メールアドレス = contact.email
contacts | 名前 = contact.name@person ja | 会社 = account.name | メアド = contact.email | 役割 = contact.title/-
contacts | User = contact.name | User email = contact.email | Company = account.name | User ID = contact.external_id@ids | Role = contact.title
# touches and notes
touches | Date = touch.date | Customer = account.name | Type = touch.type@touch types | Notes = touch.note | Who = touch.by
unknown,touches | When = touch.date/- | Who with = account.name/contact.name/-@company | What = touch.note/-@notes | Next = touch.next/-
touches | Meeting date = touch.date | Company = account.name | Attendees = -/contact.names/contact.name@person | Summary = touch.note | Follow-up = touch.next
touches | Call date = touch.date | Account = account.name | Duration (min) = touch.minutes | Outcome = touch.note | CSM = touch.by
touches | Visited = touch.date | Client = account.name | By = touch.by | Summary of talk = touch.note
touches | Date = touch.date | Company = account.name | Meeting notes = touch.note
touches | Date = touch.date | Company = account.name | Notes = touch.note
touches | 日付 = touch.date | 会社名 = account.name | 内容 = touch.note | 担当 = touch.by
touches | 日付 = touch.date | 会社名 = account.name | 議事メモ = touch.note
touches | 訪問日 = touch.date | 訪問先 = account.name | 面談者 = contact.name/- | 訪問者 = touch.by | 訪問内容 = touch.note
touches | 対応日 = touch.date | 顧客名 = account.name | 対応方法 = touch.type@touch types ja | 対応内容 = touch.note | 対応者 = touch.by | 次回対応 = touch.next
touches | 実施日 = touch.date | 企業名 = account.name | 種類 = touch.type@touch types ja | 議事録 = touch.note | 参加者 = -/contact.names/contact.name@person ja
touches | MTG日 = touch.date | 顧客 = account.name | MTGメモ = touch.note | NA = touch.next/-@next ja
touches | 架電日時 = touch.date | 架電先 = account.name | 架電者 = touch.by/- | 結果 = touch.note@notes ja
touches | When = touch.date | Company = account.name | What we talked about = touch.note@notes | Next steps = touch.next
touches | Meeting = touch.date | Client = account.name | Attendees = -@person | Key points = touch.note@notes | Actions = touch.next
touches | 打合せ日 = touch.date | 企業名 = account.name | 要点 = touch.note@notes | 決定事項 = touch.note/-@notes | 次回 = touch.next
unknown | Company = account.name/-@company | When = touch.date/- | Stuff they said to us = -@long notes
# tickets
tickets | # = ticket.external_id/-@row numbers | Opened = ticket.opened_at | Company = account.name | Subject = ticket.subject | Status = ticket.status | Assigned to = ticket.assignee
tickets | Ticket = ticket.external_id@ids | Raised by = contact.name/-@person | Company = account.name | Issue = ticket.subject | Raised on = ticket.opened_at | Severity = ticket.priority | Fixed on = ticket.closed_at@few days
tickets | Ticket # = ticket.external_id@ids | Requester = contact.name | Assignee = ticket.assignee | Created by = -@person | Company = account.name | Subject = ticket.subject | Created = ticket.opened_at | Closed = ticket.closed_at@few days
tickets | Issue ID = ticket.external_id@ids | Customer = account.name | Title = ticket.subject@subjects | Priority = ticket.priority | State = ticket.status | Reported = ticket.opened_at | Resolved = ticket.closed_at@few days
tickets | 受付日 = ticket.opened_at | 会社名 = account.name | 問い合わせ内容 = ticket.subject@subjects ja | 対応状況 = ticket.status | 対応者 = ticket.assignee | 完了日 = ticket.closed_at@few days
tickets | 問合せNo = ticket.external_id@ids | 問合せ日 = ticket.opened_at | お客様 = account.name | 件名 = ticket.subject | 重要度 = ticket.priority | 担当 = ticket.assignee | 回答日 = ticket.closed_at/ticket.first_response_at/-@few days
tickets | 受付番号 = ticket.external_id@ids | 受付日時 = ticket.opened_at | 企業名 = account.name | 問合せ者 = contact.name | 受付者 = -/ticket.assignee@person ja | 担当者 = ticket.assignee | 区分 = ticket.type | 件名 = ticket.subject | ステータス = ticket.status
tickets | Bug = ticket.subject@subjects | Reported by = contact.name/account.name/-@person | Company = account.name | Reported on = ticket.opened_at | Priority = ticket.priority | Status = ticket.status
# answers
answers | Date = nps.responded_at | Company = account.name | Score = nps.score | Comment = nps.comment
answers | Company = account.name | NPS (0-10) = nps.score | Why? = nps.comment | Survey date = nps.responded_at
answers | Respondent = contact.name | Company = account.name | CSAT (1-5) = csat.score | Feedback = nps.comment | Date = nps.responded_at
answers | 回答日 = nps.responded_at | 会社名 = account.name | 推奨度(0〜10) = nps.score | 理由 = nps.comment
answers | 回答日時 = nps.responded_at | 会社名 = account.name | お名前 = contact.name | 満足度（5段階） = csat.score | ご意見 = nps.comment
answers | タイムスタンプ = nps.responded_at | 貴社名 = account.name | 弊社サービスを知人にすすめたいと思いますか？ = nps.score | その他ご要望 = nps.comment
answers | Timestamp = nps.responded_at | Company = account.name | On a scale of 0-10, how likely are you to recommend us? = nps.score | What could we do better? = nps.comment
answers | Submitted = nps.responded_at | Account = account.name | Effort (1-7) = ces.score | Comments = nps.comment
# use
usage | Month = usage.date | Company = account.name | Active users = usage.active_users | Logins = usage.logins
usage | Date = usage.date | Account = account.name | Sessions = usage.sessions | Time in app (min) = usage.minutes
usage | Week = usage.date@days | Customer = account.name | WAU = usage.active_users | Events = usage.events
usage | 年月 = usage.date@months | 会社名 = account.name | ログイン回数 = usage.logins | 利用ユーザー数 = usage.active_users
usage | 日付 = usage.date | 顧客ID = account.external_id@ids | 機能名 = usage.measure@features ja | 回数 = usage.amount
usage | Company = account.name | Last login = usage.last_seen | Logins this month = usage.logins | MAU = usage.active_users
usage | 会社名 = account.name | 最終ログイン日 = usage.last_seen | 月間ログイン数 = usage.logins
usage | date = usage.date | company_id = account.external_id@ids | event_name = usage.measure@features | count = usage.amount
# several people
tickets | Case = ticket.external_id@ids | Contact = contact.name | Agent = ticket.assignee | Escalated to = -@team | Reporter = -/contact.name@person | Account = account.name | Issue = ticket.subject@subjects | Opened = ticket.opened_at
tickets | 受付番号 = ticket.external_id@ids | 受付日 = ticket.opened_at | 受付者 = -@team ja | 担当者 = ticket.assignee | 承認者 = -@team ja | 問合せ者 = contact.name | 会社名 = account.name | 件名 = ticket.subject | ステータス = ticket.status
# invoices
invoices | Invoice = invoice.number@ids | Customer = account.name | Date = invoice.date | Due = invoice.due | Total = invoice.total | Paid? = invoice.status/-@yes no
invoices | Inv no = invoice.number@ids | Client = account.name | Inv date = invoice.date | Net = invoice.subtotal | VAT = invoice.tax@taxes | Gross = invoice.total | Paid on = invoice.paid_on@few days
invoices | 請求番号 = invoice.number@ids | 請求先 = account.name | 請求日 = invoice.date | 税抜 = invoice.subtotal | 税 = invoice.tax/-@taxes | 税込 = invoice.total | 入金日 = invoice.paid_on@few days
invoices | 請求月 = invoice.date@months | 会社名 = account.name | 請求額（税込） = invoice.total | 支払期日 = invoice.due | 入金 = invoice.paid_on/invoice.status@few days
invoices | 請求書No. = invoice.number@ids | 取引先名 = account.name | 発行日 = invoice.date | 支払期限 = invoice.due | 合計金額 = invoice.total | 状態 = invoice.status@paid ja
invoices | Bill date = invoice.date | Bill no. = invoice.number@ids | Bill to = account.name | Amount due = invoice.amount_due | Due by = invoice.due
invoices | Payment date = invoice.paid_on/invoice.date | Customer = account.name | Amount paid = invoice.amount_paid | Invoice # = invoice.number@ids
invoices | 入金日 = invoice.paid_on/invoice.date | 入金元 = account.name | 入金金額 = invoice.amount_paid | 請求書番号 = invoice.number@ids
# contract lines
contracts | Contract # = contract.external_id@ids | Customer = account.name@again | Product = contract.product | Qty = contract.quantity | Unit price = contract.unit_amount | Start = contract.start | End = contract.end/contract.renewal
contracts | Customer = account.name@again | Plan = contract.plan | MRR = contract.mrr | From = contract.start | To = contract.end/contract.renewal
contracts | 契約No = contract.external_id@ids | 顧客名 = account.name@again | 商品名 = contract.product | 数量 = contract.quantity | 単価 = contract.unit_amount | 契約開始日 = contract.start | 契約終了日 = contract.end/contract.renewal
contracts | 顧客名 = account.name@again | プラン = contract.plan | 月額 = contract.mrr | 自 = contract.start | 至 = contract.end/contract.renewal
contracts | Subscription = contract.external_id/contract.name/contract.plan@ids | Company = account.name@again | Item = contract.product/contract.name | Monthly = contract.mrr | Active from = contract.start | Active to = contract.end/contract.renewal
contracts | Customer = account.name@again | Contract signed = contract.start/- | Service start = contract.start | Monthly fee = contract.mrr | Term end = contract.renewal/contract.end
# two header rows, joined
accounts,contracts | Customer Name = account.name | Customer Segment = account.segment@segment | Contract Start = contract.start | Contract MRR = contract.mrr | Contact Name = contact.name | Contact Email = contact.email
accounts,contracts | 顧客 名称 = account.name | 顧客 業種 = account.industry | 契約 開始日 = contract.start | 契約 月額 = contract.mrr | 担当者 氏名 = contact.name | 担当者 メール = contact.email
accounts,contracts | 基本情報 会社名 = account.name | 基本情報 業種 = account.industry | 契約情報 プラン = contract.plan | 契約情報 月額 = contract.mrr | 契約情報 開始日 = contract.start
accounts,contracts | Account info Company = account.name | Billing MRR = contract.mrr | Billing Start = contract.start | Success CSM = account.owner/-
# flags of being there
accounts | Company = account.name | Active? = account.status/contract.status/-@yes no | CSM = account.owner
accounts,contracts | Company = account.name | MRR = contract.mrr | Start = contract.start | Active? = contract.running@yes no
accounts,contracts | Company = account.name | MRR = contract.mrr | Start = contract.start | Live = contract.running@yes no
accounts,contracts | Company = account.name | MRR = contract.mrr | Start = contract.start | Paused? = contract.paused@yes no
accounts,contracts | 会社名 = account.name | 月額 = contract.mrr | 利用開始日 = contract.start | 稼働中 = contract.running@ari nashi
accounts,contracts | 会社名 = account.name | 月額 = contract.mrr | 利用開始日 = contract.start | 解約済 = contract.churned/-@ari nashi
# further ones of all kinds
accounts,contracts | Firm = account.name | Package = contract.plan | Fee/month = contract.mrr | Contract from = contract.start | Contract until = contract.end/contract.renewal
accounts,contracts | Customer/Project = account.name/- | Monthly Revenue ($) = contract.mrr | Kick-off = contract.start/- | Next review = -/touch.next@days
accounts,contracts | Name of Company = account.name | Subscription Start Date = contract.start | Subscription End Date = contract.end/contract.renewal | Monthly Cost = contract.mrr | # Licenses = contract.quantity
accounts,contracts | Tenant = account.name | Tier = account.tier/contract.plan@plan | MRR USD = contract.mrr | Created = -/account.created_at/contract.start/contract.created_at | Seats purchased = contract.quantity
accounts | Client = account.name | Success manager = account.owner | Onboarded = -/contract.start/account.created_at@days | Last QBR = -/touch.last_at@days | Overall health = health.band/health.score
accounts,contracts | Company = account.name | Contract ARR = contract.arr | Term (mths) = contract.period/-@months12 | Expiry date = contract.renewal | Notice by = contract.notice_by@days
accounts | Account = account.name | Vertical = account.industry | Employee count = account.employees | Head office = -/account.region/account.address@city | URL = account.domain | LinkedIn = -
accounts,contracts | client name = account.name | product tier = contract.plan/account.tier/-@plan | mrr (gbp) = contract.mrr | sub start = contract.start/- | sub end = contract.end/contract.renewal/-
accounts,contracts | Customer = account.name | Jan MRR = -/contract.mrr | Start = contract.start
accounts,contracts | Merchant = account.name/- | GMV = - | Take rate = -@percent | Monthly fee = contract.mrr | Signed on = contract.start
accounts | Customer = account.name | Usage trend = -@text | Support load = -@small | Sponsor = contact.name/-@person | Champion = contact.name/-@person | CSM = account.owner
accounts,contracts | Customer = account.name | Billing contact = contact.name/-@person | Billing email = contact.email | Plan = contract.plan | Price = contract.amount/contract.mrr | Billing cycle = contract.interval@interval | Since = contract.start
accounts,contracts | 取引先名 = account.name | ご契約プラン = contract.plan | 月額利用料（円・税別） = contract.mrr | ご利用開始 = contract.start | 次回契約更新日 = contract.renewal
accounts,contracts | 顧客企業名 = account.name | 契約種別 = contract.type/-@new renewal ja | 契約額/月 = contract.mrr | 契約期間開始 = contract.start | 契約期間終了 = contract.end/contract.renewal
accounts,contracts | 会社名 = account.name | 担当CSM = account.owner | MRR(円) = contract.mrr | 導入月 = contract.start@months | 健全性 = health.band@marks
accounts | 会社名 = account.name | 部署 = contact.department/- | ご担当 = contact.name/account.owner@person ja | 電話 = account.phone/contact.phone | 備考欄 = account.notes
accounts,contracts | お客様 = account.name | 利用プラン = contract.plan | ご利用料金（月額） = contract.mrr | 初回契約日 = contract.start | 解約日 = contract.end@few days
accounts | 企業名 = account.name | 導入時期 = -/contract.start@months | 活用度 = -/health.usage_adoption/health.band@ABC | 次回アクション = touch.next | CS担当 = account.owner
accounts,contracts | 契約ID = contract.external_id@ids | 契約者 = account.name | 商品 = contract.product | 契約日 = contract.start | 満期日 = contract.renewal | 年間保険料 = contract.arr/contract.amount/-
accounts,contracts | 会員名 = account.name/contact.name/-@company | 会員番号 = account.external_id@ids | 会費（月） = contract.mrr | 入会日 = contract.start | 退会日 = contract.end@few days
accounts,contracts | 園名 = account.name | 園児数 = -@small | 月額料金 = contract.mrr | 導入日 = contract.start | 自治体 = -@city ja
accounts,contracts | 社名 = account.name | ARR（万円） = contract.arr@thousands | 更新日 = contract.renewal | 更新確度 = renewal.likelihood@ABC | 営業担当 = account.sales_rep/account.owner
accounts | 会社 = account.name | ステータス = account.status/contract.status@standing ja | オンボーディング完了日 = -@days | CSM = account.owner | ヘルススコア = health.score@score100
accounts,contracts | 会社名 = account.name | 利用人数 = contract.quantity/usage.active_users | 単価(円/人) = contract.unit_amount | 月額合計 = contract.mrr | 利用開始 = contract.start
contacts | Contact name = contact.name | Contact title = contact.title | Account name = account.name | Contact email = contact.email | Direct line = contact.phone
contacts | Person = contact.name | Company = account.name | Position = contact.title | Email = contact.email | LinkedIn URL = -@host
contacts | 会社名 = account.name | 部署名 = contact.department | 役職名 = contact.title | お名前 = contact.name | メールアドレス = contact.email | 携帯番号 = contact.phone
contacts | 顧客名 = account.name | 担当者名 = contact.name@person ja | 担当者メール = contact.email | 担当者TEL = contact.phone
touches | Activity date = touch.date | Account = account.name | Activity = -/touch.type/touch.note@touch types | Details = touch.note@notes | Owner = touch.by
touches | Date of call = touch.date | Customer = account.name | Caller = touch.by/-@team | Discussion = touch.note@notes | Action items = touch.next
touches | Timestamp = touch.date | Company = account.name | Channel = touch.type@touch types | Message = touch.note@notes | Agent = touch.by/-@team
touches | 年月日 = touch.date | 顧客名 = account.name | 手段 = touch.type@touch types ja | やり取り内容 = touch.note@notes | 自社担当 = touch.by
touches | 面談日 = touch.date | 会社名 = account.name | 先方出席者 = -/contact.names/contact.name@person ja | 当社出席者 = touch.by/-@team | 議事 = touch.note/-@notes
tickets | Request ID = ticket.external_id@ids | Submitted by = contact.name/-@person | Organization = account.name | Subject = ticket.subject | Status = ticket.status | Created at = ticket.opened_at | Resolved at = ticket.closed_at@few days
tickets | No. = ticket.external_id/-@row numbers | 発生日 = ticket.opened_at | 顧客 = account.name | 内容 = ticket.subject@subjects ja | 優先度 = ticket.priority | 対応者 = ticket.assignee | 状況 = ticket.status | 解決日 = ticket.closed_at@few days
tickets | 起票日 = ticket.opened_at | 起票者 = contact.name/-@person ja | 会社名 = account.name | 要約 = ticket.subject@subjects ja | ステータス = ticket.status | 重要度 = ticket.priority | 完了予定日 = -@days
answers | Responded on = nps.responded_at | Customer = account.name | NPS = nps.score | Reason for score = nps.comment
answers | Survey sent = nps.asked_at@days | Answered = nps.responded_at | Company = account.name | Rating (1-5) = csat.score | Remarks = nps.comment
answers | 実施日 = nps.responded_at | 企業名 = account.name | NPSスコア = nps.score | コメント = nps.comment
answers | 送信日時 = nps.responded_at | 会社名 = account.name | 総合満足度 = csat.score | 改善してほしい点 = nps.comment
usage | Period = usage.date@months | Client = account.name | Monthly active users = usage.active_users | Reports created = usage.reports_created@small
unknown,usage | 対象月 = usage.date/-@months | 顧客名 = account.name/- | 利用回数 = usage.amount/usage.events/usage.sessions/-@small | アクティブ率 = -/usage.engagement_rate@percent
usage | Account name = account.name | Last active = usage.last_seen | Active days = usage.days_active | Total logins = usage.logins
usage | 顧客コード = account.external_id@ids | 計測日 = usage.date | PV = usage.events@small | 滞在時間（分） = usage.minutes
invoices | Invoice Number = invoice.number@ids | Bill To = account.name | Issue Date = invoice.date | Payment Due = invoice.due | Subtotal = invoice.subtotal | Sales tax = invoice.tax@taxes | Total = invoice.total | Status = invoice.status@paid
invoices | 請求年月 = invoice.date@months | 請求先名 = account.name | 請求金額 = invoice.total | 入金予定日 = invoice.due | 入金日 = invoice.paid_on@few days | 入金額 = invoice.amount_paid
invoices | Doc no = invoice.number@ids | Customer name = account.name | Posting date = invoice.date | Amount = invoice.total | Balance = invoice.amount_due
invoices | 伝票番号 = invoice.number@ids | 得意先名 = account.name | 売上日 = invoice.date | 金額 = invoice.total | 備考 = -@notes ja
contracts | Agreement no = contract.external_id@ids | Client = account.name@again | Service = contract.product | Effective date = contract.start | Expiry = contract.renewal | Annual value = contract.arr
contracts | 契約コード = contract.external_id@ids | 会社名 = account.name@again | サービス名 = contract.product | 数量 = contract.quantity | 単価（月額） = contract.unit_amount/contract.mrr | 契約開始 = contract.start | 契約終了 = contract.end/contract.renewal
accounts,contracts | Customer = account.name | Last day = contract.end@days | Former MRR = contract.mrr/- | Why churned = contract.churn_reason@reason | Win-back? = -@yes no
accounts,contracts | 離脱企業 = account.name | 離脱月 = contract.end@months | 離脱時MRR = contract.mrr/- | 離脱要因 = contract.churn_reason@reason
mailings | Campaign = mailing.name@text | Sent = mailing.sent@small | Opened = mailing.opened@small | Clicked = mailing.clicked@small
tasks | Project = -@text | Task = task.title@subjects | Owner = task.owner@team | Due = task.due@days | Done = task.status@yes no
unknown | Name = -@person | Team = -@text | Hourly rate = -@small
costs | Date = cost.month@days | Vendor = -@company | Expense category = cost.item@text | Amount = cost.amount@money | Approved by = -@team
accounts,contracts | Client Company = account.name | Product Plan = contract.plan/contract.product | Recurring fee (USD/mo) = contract.mrr | Service start = contract.start | Renewal month = contract.renewal/-@months
accounts,contracts | Customer Name = account.name | Contract Value (Annual) = contract.arr | Contract Signed = contract.start | Contract Expires = contract.renewal | AM = account.owner | Risk = health.band/account.at_risk@band
accounts,contracts | Customer = account.name | MRR ¥ = contract.mrr | Start 📅 = contract.start | Plan type = contract.plan/contract.type | Owner 👤 = account.owner
accounts,contracts | Kunde = -/account.name@company | MRR = contract.mrr | Start = contract.start
accounts | Customer = account.name | Health = health.band | Reason for health = -@notes | CSM = account.owner | Updated = -@days
accounts | Customer = account.name | Primary CSM = account.owner | Backup CSM = -@team | Region = account.region@city | Segment = account.segment@segment
accounts,contacts | Organization Name = account.name | Primary Contact Name = contact.name | Primary Contact Email = contact.email | Primary Contact Title = contact.title | Account Owner = account.owner
accounts,contracts | company = account.name | paying = contract.running/-@yes no | mrr = contract.mrr | start = contract.start
accounts,contracts | 会社名 = account.name | 料金プラン = contract.plan | 月額費用(税抜) = contract.mrr | 初期費用(税抜) = - | 契約開始月 = contract.start@months | 契約更新月 = contract.renewal@months
accounts,contracts | 顧客名 = account.name | 契約中 = contract.running@ari nashi | 月額 = contract.mrr | 開始日 = contract.start
accounts,contracts | 取引先 = account.name | 売上（月額） = contract.mrr | 利用開始年月日 = contract.start | 契約終了予定日 = contract.end/contract.renewal@few days | 窓口 = contact.name
accounts | 会社名 = account.name | メイン担当 = account.owner/- | サブ担当 = -@team ja | 業界 = account.industry | 社員数 = account.employees
accounts | 法人名 = account.name | 施設数 = -/contract.quantity@small | 導入システム = -/contract.product@product ja | 地域 = account.region@city ja | 最終連絡日 = touch.last_at
accounts,answers | 企業名 = account.name | ロイヤルティ = -@ABC | NPS = nps.score | 満足度 = -/csat.score@five | 担当 = account.owner
contacts | 会社名 = account.name | 姓 = contact.last_name | 名 = contact.first_name | 部門 = contact.department | 職位 = contact.title | 直通 = contact.phone | メール = contact.email | 退職 = -/contact.left_on@few days
contacts | Full Name = contact.name | Company Name = account.name | Job Title = contact.title | Business Phone = contact.phone | E-mail Address = contact.email | Notes = -/account.notes/contact.notes
touches | 訪問日時 = touch.date | 顧客コード = account.external_id@ids | 顧客名 = account.name | 訪問目的 = touch.purpose@text ja | 訪問結果 = touch.note@notes | 訪問者 = touch.by
touches | Date = touch.date | Client = account.name | Contact person = contact.name | Medium = touch.type@touch types | Summary = touch.note@notes | Follow up by = -/touch.next@days
touches | 日付 = touch.date | 相手先 = account.name | 方法 = touch.type@touch types ja | 話した内容 = touch.note@notes | 温度感 = touch.sentiment/-@small
tickets | ID = ticket.external_id@ids | Created on = ticket.opened_at | Client = account.name | Reporter = contact.name/-@person | Short description = ticket.subject@subjects | Urgency = ticket.priority | Agent = ticket.assignee | Resolved on = ticket.closed_at@few days
tickets | 管理番号 = ticket.external_id@ids | 受付日 = ticket.opened_at | お客様名 = account.name | お問い合わせ内容 = ticket.subject@subjects ja | 回答者 = ticket.assignee | 対応ステータス = ticket.status | 完了日時 = ticket.closed_at@few days
answers | Company name = account.name | Respondent name = contact.name | Likelihood to recommend (0-10) = nps.score | Comments = nps.comment | Response date = nps.responded_at
answers | 回答日 = nps.responded_at | 企業名 = account.name | 回答者 = contact.name | 使いやすさ（7段階） = ces.score | 自由記述 = nps.comment
usage | Customer ID = account.external_id@ids | Week starting = usage.date@days | Active users = usage.active_users | Feature clicks = usage.events
usage | 会社名 = account.name | 集計日 = usage.date | ログインユーザー数 = usage.active_users | ログイン回数 = usage.logins | 利用時間(分) = usage.minutes
invoices | 請求先 = account.name | 請求書番号 = invoice.number@ids | 発行日 = invoice.date | 支払期限日 = invoice.due | 税抜金額 = invoice.subtotal | 消費税 = invoice.tax@taxes | 税込金額 = invoice.total | 入金確認 = -/invoice.paid_on/invoice.status@ari nashi
invoices | Invoice ID = invoice.external_id/invoice.number@ids | Account = account.name | Invoiced on = invoice.date | Amount (excl. VAT) = invoice.subtotal | VAT = invoice.tax@taxes | Amount (incl. VAT) = invoice.total | Paid at = invoice.paid_on@few days
contracts | 契約No. = contract.external_id@ids | 契約先 = account.name@again | 契約品目 = contract.product/contract.name | 契約金額（月） = contract.mrr | 契約始期 = contract.start | 契約終期 = contract.end/contract.renewal
contracts | Order = contract.external_id@ids | Customer = account.name@again | Line item = contract.product | Seats = contract.quantity | List price/mo = contract.list_amount/contract.mrr | Discount = contract.discount_rate@percent | Net price/mo = contract.mrr | From = contract.start | To = contract.end/contract.renewal
accounts,contracts | Churned customer = account.name | Churn date = contract.end | Lost ARR = contract.arr | Churn reason = contract.churn_reason | Owner = account.owner
accounts,contracts | 解約顧客名 = account.name | 解約申出日 = contract.canceled_at@days | 解約日 = contract.end | 解約金額（月額） = contract.mrr/- | 解約理由詳細 = contract.churn_reason/-
# tables of tools
accounts | customer_id = account.external_id@ids | first_name = contact.first_name | last_name = contact.last_name | email = contact.email | company = account.name | phone = account.phone/contact.phone | auto_collection = -@yes no | created_at = account.created_at@days | mrr = contract.mrr | excess_payments = -
contracts | Customer = account.name | Customer ID = account.external_id@ids | Subscription ID = contract.external_id@ids | Plan = contract.plan | Start date = contract.start | End date = contract.end/contract.renewal@few days | Billing cycle = contract.interval@interval | MRR = contract.mrr | Quantity = contract.quantity | Currency = contract.currency@currency
invoices | invoice_number = invoice.number@ids | account_code = account.external_id@ids | account_name = account.name | status = invoice.status@paid | invoice_date = invoice.date | due_date = invoice.due | paid_at = invoice.paid_on@few days | subtotal = invoice.subtotal | tax = invoice.tax@taxes | total = invoice.total | currency = invoice.currency@currency
contracts | Opportunity Owner = account.owner | Account Name = account.name | Opportunity Name = contract.name@subjects | Stage = contract.stage@standing | Fiscal Period = -@text | Amount = contract.amount | Expected Revenue = -/deal.amount@money | Probability (%) = deal.probability@small | Age = -@small | Close Date = contract.close_date@days | Created Date = contract.created_at/-@days | Next Step = touch.next/-@next | Lead Source = account.channel/-@text | Type = contract.type/-@text
contacts | Name = contact.name@person | Email = contact.email | Role = contact.title | Organization = account.name | Created at = -@days | Last sign-in at = -/usage.last_seen@days | Tags = account.tags/-@text | Phone = contact.phone
answers | Visitor ID = contact.external_id/-@ids | Account ID = account.external_id@ids | Rating = nps.score | Response = nps.comment@notes | Date = nps.responded_at
answers | Response ID = nps.external_id@ids | Submitted At = nps.responded_at | Email = contact.email | Company = account.name | NPS Score = nps.score | NPS Feedback = nps.comment | Device = -@text
usage | event_type = usage.measure@features | event_time = usage.date | user_id = contact.external_id/-@ids | session_id = -@small | company = account.name | city = -@city | platform = -@text
usage | Account ID = account.external_id@ids | Account Name = account.name | First Day = -/usage.first_seen@days | Last Day = -/usage.last_seen@days | Days Active = usage.days_active | Total Time (min) = usage.minutes | Visitors = usage.active_users
invoices | 請求書番号 = invoice.number@ids | 取引先名称 = account.name | 取引先敬称 = -@text ja | 請求日 = invoice.date | お支払期限 = invoice.due | 件名 = invoice.subject@subjects ja | 品名 = invoice.item@features ja | 数量 = -@small | 単価 = -@money | 小計 = invoice.subtotal | 消費税 = invoice.tax@taxes | 合計金額 = invoice.total
contacts | 人物ID = contact.external_id/account.external_id@ids | 会社名 = account.name | 法人番号 = account.corporate_number@corporate | 部署名 = contact.department | 役職 = contact.title | 氏名 = contact.name | e-mail = contact.email | 業種 = account.industry | 従業員数 = account.employees/-
contracts | 商談名 = contract.name@subjects ja | 取引先名 = account.name | フェーズ = contract.stage@standing ja | 確度 = contract.stage/renewal.likelihood/-@ABC | 金額 = contract.amount | 完了予定日 = contract.close_date@days | 所有者 = account.owner | 作成日 = contract.created_at/-@days
accounts | レコード番号 = account.external_id@ids | 会社名 = account.name | 部署名 = contact.department | 担当者名 = contact.name@person ja | 郵便番号 = account.postal_code@zip ja | TEL = account.phone | FAX = -@phone | 住所 = account.address@street ja | 備考 = account.notes | 更新者 = -@team ja | 更新日時 = -@days
touches | 日付 = touch.date | 取引先 = account.name | 担当 = touch.by | 種別 = touch.type@touch types ja | 議事録 = touch.note@notes | 作成日時 = -@days
tickets | Ticket number = ticket.external_id@ids | Customer name = account.name/contact.name@company | Category = ticket.type@text | Description = ticket.subject/-@subjects | Reported date = ticket.opened_at | Assigned = ticket.assignee | Closed date = ticket.closed_at@few days | CSAT = ticket.csat@five
tickets | 問い合わせID = ticket.external_id@ids | 組織 = account.name | 依頼者 = contact.name | 件名 = ticket.subject | チケットステータス = ticket.status | 割り当て先 = ticket.assignee | 要求日 = ticket.opened_at/-@days | 最初の返信時間（分） = ticket.first_response_hours/-@small | 完全解決時間（分） = ticket.resolution_hours/-@small
accounts | Company = account.name | Domain = account.domain | Owner = account.owner | Health = health.score@score100 | MRR = contract.mrr | Lifecycle = account.status/-@standing | Last Seen = usage.last_seen | Renewal = contract.renewal | Segments = account.segment/-@segment
accounts,contracts | account_id = account.external_id@ids | account_name = account.name | csm_email = -/contact.email/account.owner@email | arr = contract.arr | renewal_date = contract.renewal | health_score = health.score@score100 | health_status = health.band | nps = nps.score | lifecycle_stage = account.status@standing
invoices | Date = invoice.date | Name = account.name@company | Number = invoice.number@ids | Due date = invoice.due | Paid = invoice.amount_paid | Due = invoice.amount_due/- | Status = invoice.status@paid | Sent = -@text
unknown,invoices | 取引日 = invoice.date/invoice.paid_on/-@days | 摘要 = account.name/invoice.item/invoice.subject/-@company | 入金額 = invoice.amount_paid/- | 出金額 = -@few text | 残高 = -/invoice.amount_due@money
accounts | 顧客No = account.external_id@ids | 顧客名称 = account.name | 略称 = account.short_name@company | 締日 = -@small | 回収サイト = -@text ja | 担当者コード = -@codes | 担当者名 = account.owner@team ja | 取引開始日 = account.created_at/contract.start@days
contracts | 受注番号 = contract.external_id@ids | 受注日 = contract.start/- | 得意先名 = account.name | 商品名 = contract.product | 数量 = contract.quantity | 単価 = contract.unit_amount | 課金開始日 = contract.start | 課金終了日 = contract.end/contract.renewal@few days | 課金周期 = contract.interval@interval ja
# things that are none of these
unknown | SKU = -@ids | Item = -@features | Stock = -@small | Price = -
unknown | Employee no = -@ids | Name = -@person | Hire date = -@days | Salary = -
tasks | タスク = task.title@subjects ja | 期限 = task.due@days | 担当 = task.owner@person ja | 完了 = task.status@ari nashi
unknown | 科目 = -@text ja | 備考 = -@notes ja | 残高 = -
unknown | Supplier = -@company | Item = -@features | PO date = -@days | Cost = -
"""

FEW = ["2025-05-31", "", "", "2025-07-31", "", ""]
VALUES: dict[str, list[str]] = {
    "company": ["Alder Loop", "Brightmoor Foods", "Cobalt Harbor Ltd", "Dunlin Software", "Everfield Group", "Foxglove"],
    "company ja": ["青葉精機株式会社", "灯台舎", "白樺システム", "（株）北辰運輸", "しおかぜ工房", "有限会社梅沢商店"],
    "again": ["Alder Loop", "Alder Loop", "Brightmoor Foods", "Brightmoor Foods", "Cobalt Harbor Ltd", "Alder Loop"],
    "again ja": ["青葉精機株式会社", "青葉精機株式会社", "灯台舎", "灯台舎", "白樺システム", "青葉精機株式会社"],
    "company and person": ["Alder Loop / Ines Quill", "Brightmoor / Tom Ashby", "Cobalt / Marta Lind", "Dunlin / Yusuf Demir",
                           "Everfield / Ola Brandt", "Foxglove / Petra Novak"],
    "person": ["Ines Quill", "Tom Ashby", "Marta Lind", "Yusuf Demir", "Ola Brandt", "Petra Novak"],
    "person ja": ["青木 遥", "桐谷 誠", "早瀬 由佳", "三枝 健", "長谷 美咲", "水野 拓也"],
    "team": ["Nora", "Kit", "Nora", "Nora", "Kit", "Kit"],
    "team ja": ["相沢", "久保", "相沢", "相沢", "久保", "久保"],
    "first": ["Ines", "Tom", "Marta", "Yusuf", "Ola", "Petra"],
    "last": ["Quill", "Ashby", "Lind", "Demir", "Brandt", "Novak"],
    "first ja": ["遥", "誠", "由佳", "健", "美咲", "拓也"],
    "last ja": ["青木", "桐谷", "早瀬", "三枝", "長谷", "水野"],
    "kana": ["アオキ ハルカ", "キリタニ マコト", "ハヤセ ユカ", "サエグサ ケン", "ハセ ミサキ", "ミズノ タクヤ"],
    "email": ["a@alder.example", "b@bright.example", "c@cobalt.example", "d@dunlin.example", "e@ever.example",
              "f@fox.example"],
    "phone": ["03-0000-1201", "03-0000-1202", "06-0000-1203", "03-0000-1204", "03-0000-1205", "03-0000-1206"],
    "host": ["alder.example", "bright.example", "cobalt.example", "dunlin.example", "ever.example", "fox.example"],
    "days": ["2024-04-01", "2024-05-15", "2024-07-01", "2024-08-20", "2024-10-01", "2025-01-10"],
    "few days": FEW,
    "months": ["2024-04", "2024-05", "2024-07", "2024-08", "2024-10", "2025-01"],
    "months of year": ["4月", "5月", "7月", "8月", "10月", "1月"],
    "money": ["300", "480", "120", "950", "300", "1,200"],
    "money ja": ["30,000", "48,000", "12,000", "95,000", "30,000", "120,000"],
    "yearly": ["3600", "5760", "1440", "11400", "3600", "14400"],
    "thousands": ["36", "58", "14", "114", "36", "144"],
    "codes": ["11", "12", "11", "11", "12", "12"],
    "months12": ["12", "24", "12", "36", "12", "12"],
    "taxes": ["30", "48", "12", "95", "30", "120"],
    "small": ["12", "7", "30", "3", "18", "9"],
    "score100": ["72", "55", "90", "31", "64", "80"],
    "nps": ["9", "7", "10", "3", "8", "6"],
    "five": ["5", "4", "3", "5", "2", "4"],
    "seven": ["7", "6", "3", "5", "2", "4"],
    "percent": ["10%", "0%", "15%", "5%", "0%", "20%"],
    "yes no": ["Yes", "Yes", "No", "Yes", "No", "Yes"],
    "ari nashi": ["有", "無", "有", "有", "無", "有"],
    "plan": ["Basic", "Pro", "Basic", "Pro", "Basic", "Enterprise"],
    "plan ja": ["ベーシック", "プロ", "ベーシック", "プロ", "ベーシック", "エンタープライズ"],
    "product": ["Desk", "Desk", "Field", "Desk", "Field", "Desk"],
    "product ja": ["勤怠くん", "勤怠くん", "経費くん", "勤怠くん", "経費くん", "勤怠くん"],
    "interval": ["Monthly", "Yearly", "Monthly", "Monthly", "Yearly", "Monthly"],
    "interval ja": ["月払い", "年払い", "月払い", "月払い", "年払い", "月払い"],
    "industry": ["Retail", "Energy", "Retail", "Health", "Energy", "Media"],
    "industry ja": ["製造", "小売", "医療", "物流", "小売", "製造"],
    "segment": ["SMB", "Enterprise", "SMB", "Mid", "SMB", "Mid"],
    "tier": ["High touch", "Tech touch", "High touch", "Tech touch", "Tech touch", "High touch"],
    "size": ["1-50名", "51-200名", "1-50名", "201名以上", "51-200名", "1-50名"],
    "ABC": ["A", "B", "A", "C", "B", "A"],
    "band": ["Green", "Yellow", "Red", "Green", "Green", "Yellow"],
    "marks": ["○", "△", "×", "○", "○", "△"],
    "high low ja": ["高", "低", "中", "低", "低", "高"],
    "standing": ["Active", "Active", "Churned", "Active", "Trial", "Active"],
    "standing ja": ["契約中", "契約中", "解約", "契約中", "トライアル", "契約中"],
    "new renewal ja": ["新規", "更新", "新規", "新規", "更新", "新規"],
    "currency": ["USD", "EUR", "USD", "USD", "EUR", "USD"],
    "country": ["Germany", "France", "Germany", "Italy", "France", "Spain"],
    "city": ["Leeds", "Berlin", "Oakland", "Porto", "Leeds", "Turin"],
    "city ja": ["港区", "千代田区", "北区", "中央区", "西区", "青葉区"],
    "prefecture": ["東京都", "東京都", "大阪府", "宮城県", "東京都", "福岡県"],
    "street": ["1 Mill Lane", "22 Dock Rd", "5 High St", "8 Park Ave", "3 Elm St", "9 Quay"],
    "street ja": ["虎ノ門1-1", "神田2-3-4", "梅田1-2", "青葉区5-6", "銀座7-8", "天神1-9"],
    "zip": ["94016", "10115", "94607", "40021", "10999", "60601"],
    "zip ja": ["105-0001", "101-0047", "530-0001", "980-0811", "104-0061", "810-0001"],
    "corporate": ["1000000000001", "1000000000002", "1000000000003", "1000000000004", "1000000000005", "1000000000006"],
    "ids": ["A-1001", "A-1002", "A-1003", "A-1004", "A-1005", "A-1006"],
    "row numbers": ["1", "2", "3", "4", "5", "6"],
    "text": ["fair", "web", "partner", "fair", "web", "web"],
    "text ja": ["展示会", "紹介", "Web", "紹介", "展示会", "Web"],
    "few text": ["", "Rival Co", "", "", "Other", ""],
    "long notes": ["All is fine and they want a demo", "They would like a discount again", "No answer yet from anyone",
                   "Very happy with the support", "Budget is cut for next year", "There is a new lead user"],
    "notes": ["All fine, asked for a demo", "Wants a discount", "No answer yet", "Happy with support", "Budget is cut",
              "New lead user"],
    "notes ja": ["利用状況を確認した", "値引きの相談", "返信待ち", "満足とのこと", "予算が減った", "担当が替わった"],
    "reason": ["Price", "Went out of business", "Price", "Missing feature", "No use", "Price"],
    "reason ja": ["価格", "廃業", "価格", "機能不足", "利用がない", "価格"],
    "next": ["Send deck", "", "Call back", "Quote", "", "Review in May"],
    "next ja": ["資料送付", "", "再架電", "見積", "", "5月に定例"],
    "touch types": ["Call", "Email", "Meeting", "Call", "Call", "Email"],
    "touch types ja": ["電話", "メール", "訪問", "電話", "電話", "メール"],
    "subjects": ["Cannot log in", "Export is empty", "Invoice question", "Slow dashboard", "New seat please", "Wrong total"],
    "subjects ja": ["ログインできない", "出力が空", "請求書について", "画面が遅い", "席を追加したい", "合計が違う"],
    "ticket status": ["Open", "Closed", "Closed", "Open", "Pending", "Closed"],
    "ticket status ja": ["対応中", "完了", "完了", "未対応", "保留", "完了"],
    "priority": ["High", "Low", "Medium", "High", "Low", "Low"],
    "priority ja": ["高", "低", "中", "高", "低", "低"],
    "features": ["Report viewed", "Export", "Login", "Export", "Report viewed", "Login"],
    "features ja": ["帳票表示", "出力", "ログイン", "出力", "帳票表示", "ログイン"],
    "paid": ["Paid", "Unpaid", "Paid", "Paid", "Unpaid", "Paid"],
    "paid ja": ["入金済", "未入金", "入金済", "入金済", "未入金", "入金済"],
    "job": ["CTO", "Buyer", "Head of Ops", "CEO", "Buyer", "CTO"],
    "job ja": ["部長", "課長", "代表", "主任", "課長", "部長"],
    "department ja": ["情報システム部", "営業部", "総務部", "経理部", "営業部", "総務部"],
}  # fmt: skip
OF_FIELD = {
    "account.name": "company", "account.external_id": "ids", "account.owner": "team", "account.sales_rep": "team",
    "account.notes": "notes", "account.industry": "industry", "account.tier": "tier", "account.segment": "segment",
    "account.employees": "small", "account.domain": "host", "account.phone": "phone", "account.status": "standing",
    "account.at_risk": "yes no", "contact.name": "person", "contact.email": "email", "contact.phone": "phone",
    "contact.title": "job", "contact.department": "department ja", "contact.first_name": "first",
    "contact.last_name": "last", "contract.mrr": "money", "contract.arr": "yearly", "contract.amount": "money",
    "contract.list_amount": "money", "contract.unit_amount": "small", "contract.quantity": "small",
    "contract.plan": "plan", "contract.product": "product", "contract.start": "days", "contract.end": "days",
    "contract.canceled_at": "days", "contract.renewal": "days", "contract.trial_end": "days",
    "contract.churn_reason": "reason", "health.band": "band", "touch.last_at": "days", "touch.date": "days",
    "touch.note": "notes", "touch.by": "team", "touch.next": "next", "touch.minutes": "small",
    "ticket.opened_at": "days", "ticket.subject": "subjects", "ticket.status": "ticket status",
    "ticket.priority": "priority", "ticket.assignee": "team", "ticket.type": "text", "nps.score": "nps",
    "csat.score": "five", "ces.score": "seven", "nps.comment": "notes", "nps.responded_at": "days",
    "usage.date": "days", "usage.last_seen": "days", "invoice.date": "days", "invoice.due": "days",
    "invoice.paid_on": "days", "invoice.total": "money", "invoice.subtotal": "money", "invoice.amount_due": "money",
    "invoice.amount_paid": "money", "-": "money",
}  # fmt: skip
"""The values of a field's columns; of figures not named, small ones."""
