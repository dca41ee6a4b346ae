# The committee's overview as a document.
document-title = Half-yearly overview: cases and waiting times
document-subject = Cases, cases per caseworker and waiting times
document-keywords = half-yearly overview, cases, caseload, waiting times, children and families
document-provisional = Provisional: the overview has not been issued, and its figures may still change.
document-internal = Internal only: small figures are not hidden. Attach the committee's overview to the agenda, not this one.
document-foot-edition = { $title }, edition { $number }
document-foot-provisional = { $title }, provisional
document-foot-internal = { $title }, internal only, provisional
document-page = Page
document-page-of = of
document-not-yet = not given
document-committee = Committee
document-meeting = Meeting
document-case = Case
document-cut-off = As of
document-cut-off-so-far = { $day } (the half-year is not over)
document-cut-off-open = the half-year is not over
document-extracted = Extracted
document-edition = Edition
document-edition-none = not issued
document-edition-replaces = { $number } (replaces edition { $earlier } of { $day })
document-findings = What matters most
document-assessment = Professional assessment
document-figure = Figure
document-change = Against H{ $n } { $year }
document-target = Target
document-table-caption = { $unit }: figures of the { $period }, compared
document-at-most = at most { $limit }
document-at-least = at least { $limit }
document-the-norm = the norm of { $limits }
document-the-target = the target of { $limits } { $unit }
document-band-norm = Norm { $limits }
document-band-target = Target: { $limits } { $unit }
document-counts-child = children
document-counts-family = families
document-counts-citizen = citizens
document-reported = Reported: { $months }.
document-reported-figures = Reported: { $months } ({ $figures }).
document-partial = { $note }: { $figures }.
document-sign-missing = ..: not reported.
document-sign-none = –: cannot be computed.
document-sign-break = |: series break, not compared.
document-sign-hidden = { $sign }: hidden for the sake of single persons.
document-sign-secondary = *: hidden, since a hidden figure could be worked out otherwise.
document-sign-revised = r: revised since the last edition.
document-events = Events and series breaks
document-no-events = None in the period.
document-all-units = All units
document-event = Event
document-break = Series break
document-day = Date
document-unit = Unit
document-what = What
document-kind = Kind
document-coverage = Data coverage
document-coverage-months = Reported
document-balance = Cases that do not add up
document-balance-fits = none
document-revisions = Revisions since the last edition
document-no-revisions = No printed figure has changed.
document-old = Before
document-new = Now
document-why = Reason
document-reason = { $letter }: { $why }
document-definitions = Definitions
document-chart-numbers = Numbers behind the charts
document-numbers-by-month = { $unit }: { $figure }, by month
document-numbers-by-half-year = { $unit }, by half-year
document-year = Year
document-source = Source: monthly figures of { $municipality }, extracted { $day }. State no. { $entry } of the data.
document-source-alone = Source: own monthly figures, extracted { $day }. State no. { $entry } of the data.
document-case-presentation = Case presentation
document-case-economy = Financial consequences
document-case-law = Legal basis
document-case-recommendation = Recommendation
document-case-attachments = Appendices
document-case-nothing = Not filled in.
document-chart-title = { $figure }: { $value }
document-chart-title-compared = { $figure }: { $value }, against { $old } a year before
document-chart-title-none = { $figure }
document-chart-title-month = { $figure }: { $value } in { $month }{ $place }
document-chart-place = { $place ->
    [above] , above { $target }
    [below] , below { $target }
   *[within] , within { $target }
}
document-by-half-year = { $figure }, by half-year · { $unit }
document-by-month = { $figure }, by month · { $unit }
document-half-year = Half-year
document-month = Month
document-sheet = Sheet
document-sheet-front = Overview
document-sheet-charts = Charts
document-sheet-definitions = Definitions
document-see-sheet = Sheet { $sheet }
document-sign = Sign
document-table = Table
document-term = Term
document-meaning = Meaning
document-column-table = Table
document-column-row = Row
document-column-column = Column
document-column-shown = Shown
document-column-number = Number
document-column-unit = Measured in
document-column-mark = Mark
document-file = Half-yearly overview { $half }
document-file-internal = Half-yearly overview { $half } internal only

# Findings.
finding-median = median
finding-mean = mean
finding-wait-lead-change = { $way ->
    [up] { $unit }: the wait has risen from { $old } to { $new } { $unit-word }
    [down] { $unit }: the wait has fallen from { $old } to { $new } { $unit-word }
   *[same] { $unit }: the wait is unchanged at { $new } { $unit-word }
}
finding-wait-lead = { $unit }: the wait is { $new } { $unit-word }
finding-wait-compared = ({ $measure } of those who started) against the same half-year a year before.
finding-wait-alone = ({ $measure } of those who started in the half-year).
finding-chance-more = { $way ->
    [up] The rise is more than chance variation.
    [down] The fall is more than chance variation.
   *[same] { "" }
}
finding-chance-within = { $way ->
    [up] The rise is within chance variation.
    [down] The fall is within chance variation.
   *[same] { "" }
}
finding-chance-pattern = { $way ->
    [up] The rise alone is within chance variation, but the months form a pattern.
    [down] The fall alone is within chance variation, but the months form a pattern.
   *[same] { "" }
}
finding-within-target = { $share } started within { $target }.
finding-caseload-lead = { $unit }: { $value } cases per full-time post
finding-caseload-target = { $place ->
    [above] on average over the half-year, above { $target }.
    [below] on average over the half-year, below { $target }.
   *[within] on average over the half-year, within { $target }.
}
finding-caseload-alone = on average over the half-year.
finding-caseload-last = At the end of the half-year { $value }.
finding-caseload-compared = { $way ->
    [up] In the same half-year a year before it was { $old }, which is fewer.
    [down] In the same half-year a year before it was { $old }, which is more.
   *[same] That is as in the same half-year a year before.
}
finding-stock-lead = { $unit }: { $cases } cases
finding-stock-lead-waiting = { $unit }: { $cases } cases and { $waiting } waiting
finding-stock-change = { $way ->
    [up] at the end of the half-year, { $size } cases more than at the end of the { $since }.
    [down] at the end of the half-year, { $size } cases fewer than at the end of the { $since }.
   *[same] at the end of the half-year, the same as at the end of the { $since }.
}
finding-stock-alone = at the end of the half-year.
finding-flow-change = { $way ->
    [up] { $figure } has risen from { $old } to { $new } in a year; that is more than chance variation.
   *[down] { $figure } has fallen from { $old } to { $new } in a year; that is more than chance variation.
}

# Definitions, in the words of the contract.
definition-chance-term = More than chance variation
definition-chance = The difference between two half-years is so large that chance alone would make it only seldom (in fewer than 1 of 20 cases).
definition-signal-term = Signal in a monthly series
definition-signal = Unusually many months in a row on one side of the median, or unusually few crossings of it (Anhøj's rules).

# The document on the command line.
cli-document-failed = The overview could not be written: { $why }.
    .safe = No file was changed.
usage-document-half = The format { $what } is a whole half-year.
    .advice = Use --half.
usage-committee = The committee { $what } is not in the file.
usage-day = "{ $what }" is not a date.
    .advice = Write it as 2026-10-12.
usage-order = "{ $what }" is not an order.
    .advice = Use overview or case.
usage-assessments = The file of professional assessments cannot be read: { $what }.
    .advice = Write a line a unit: FTI = "text".
usage-case-number = The case number cannot be used. { $what }
usage-assessment = A professional assessment cannot be used. { $what }
document-file-name = half-yearly-overview
document-charts-folder = charts
document-failed = The overview could not be made: { $why }. The file of figures was not touched.

# The page.
half-year-no-committee = No committee chosen
half-year-case-number = Case number
half-year-department = Area, over the title
half-year-order = Order
half-year-order-overview = Overview
half-year-order-case = Committee case
half-year-kept = The texts are kept for { $committee }
half-year-files = Files
half-year-folder = Folder
half-year-folder-hint = The folder of the file of figures
half-year-writing = Writing …
half-year-cancel = Cancel
half-year-package = Package of all
half-year-copy = Copy case text
half-year-print = Print
half-year-painting = Laying out the pages …
half-year-page-name = Page { $n } of { $all }
half-year-written = Written: { $what }
half-year-unwritten = The file could not be written ({ $what }). What was there before is unchanged. Choose another folder, or make room on the disk.
half-year-lost = The file could not be made. What was there before is unchanged. Try again.
half-year-no-viewer = The PDF could not be opened ({ $what }). Save it with the button PDF, and open it yourself.
