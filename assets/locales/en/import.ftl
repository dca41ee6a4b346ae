# What an import found: the cell's own words stand in quotation marks.
import-at = Line { $line }: { $what }
import-at-column = Line { $line }, column "{ $column }": { $what }
import-value = "{ $value }" { $what }

# Refused cells; these follow what the cell holds.
value-not-a-number = is not a number.
value-mixed-number-forms = mixes Danish and English number forms; write thousands with a point and decimals with a comma.
value-negative = is negative; the number cannot be below 0.
value-not-whole = is not a whole number.
value-too-many-digits = has more than nine digits.
value-too-many-decimals = has more than three decimals.
value-too-large = is too large; the most is { $most }.
value-not-a-month = is not a month in the form 2026-09.
value-not-a-date = is not a date in the form 2026-09-14.
value-not-a-choice = is not known; here may stand { $choices }.
value-blank = is missing; the cell must be filled in.
value-cpr-number = looks like a civil registration number. Such numbers may not stand in the program; use an anonymous serial number.
value-empty-text = is missing; the cell must be filled in.
value-text-too-long = is too long; there is room for { $most } characters.
value-hidden-character = contains a hidden character ({ $code }).

# Refused rows.
reason-field-count = The row has { $found } fields, but the header has { $expected }. Is there a comma in a number without quotation marks?
value-unknown-unit = is not a known unit.
value-unknown-caseworker = is not a known caseworker of the unit.
value-outside-unit = lies outside the unit's validity.
value-outside-presence = lies outside the caseworker's time in the unit.
value-no-waiting-list = has no waiting list.
value-not-by-caseworker = does not count cases by caseworker.
value-ends-before-it-begins = lies before the beginning.
value-started-before-approval = lies before the approval.
value-withdrawn-before-approval = lies before the approval.
reason-started-and-withdrawn = The course cannot both have started and been withdrawn.
value-still-waiting = is approved again for an offer waited for since { $approved }.
value-still-waiting-line = is approved again for an offer waited for since { $approved } (line { $line }).
reason-split-incomplete = The split by complexity is not complete: fill in all three fields or none.
reason-split-total = The split gives { $total } cases, but { $cases } is typed.
value-conflict = also stands in line { $line } as "{ $value }". Keep the right row.
value-overlap = overlaps another period of the same.
value-overlap-line = overlaps the period in line { $line }.
reason-band-gap = There is a gap between this band and the band in line { $line }.
reason-band-overlap = The band overlaps the band in line { $line }.
value-differs-from-stored = differs from what the book holds ("{ $stored }"). Choose to keep or to replace.
value-not-as-before = does not fit: the book holds "{ $stored }". The correction has not been made.
value-unknown-setting = is not a known setting.

# Refused files.
reason-empty = The file is empty.
reason-not-a-table = The file is not a table of text (CSV).
reason-unknown-table = No headings in the file are known. It needs months (such as jan 2025) in rows or columns, and what the numbers count (such as Sager, Tilgang, Ventende). An extract with one row a case is counted up by month first.
reason-missing-column = The column "{ $column }" is missing.
reason-column-twice = The column "{ $column }" stands twice.
reason-nul-byte = The line contains a zero byte; the file is damaged or not a text file.
reason-unclosed-quote = A quotation mark opens here and does not close.
reason-after-quote = There is text after a closing quotation mark.
reason-line-too-long = The line is longer than 1 MB.
reason-encoding-dos = The letters look like an old DOS file (æøå cannot be read safely). Save the file again as UTF-8.
reason-encoding-mac = The letters look like an old Mac file (æøå cannot be read safely). Save the file again as UTF-8.
reason-encoding-mixed = The file mixes two kinds of letter codes. Save it again as UTF-8.
reason-encoding-unknown = The letters cannot be read safely. Save the file again as UTF-8.
reason-too-much = The file is too large to be imported at once. Divide it into smaller files.

# Left out.
skip-title = A line above the header; not imported.
skip-total-row = A row of totals; not imported.
skip-blank = No numbers in the row; nothing to import.
skip-duplicate-row = The same row stands twice; counted once.
skip-unknown-file = The file is not a known table; not imported.
skip-register = The waiting figures are computed from the register and not stored as typed.
skip-counted-by-caseworker = The unit's cases are counted by caseworker; the total is not stored.
skip-kept = What the book held has been kept.

# Remarks.
remark-ignored-column = The column "{ $column }" is not used.
remark-no-rows = There are no rows below the header.
remark-tidied = "{ $from }" has been written as "{ $to }".
remark-decoded-twice = "{ $value }" is encoded twice (Ã¸ for ø); the text is read as it must have looked. Check it.
remark-weeks-as-days = Weeks have been turned into days.
remark-future-month = The month has not come yet.
remark-register-differs = The file has { $typed }, but the places on the waiting list give { $register }. It is the waiting list's figure that counts.
remark-register-takes-over = { $unit }: the register replaces the typed waiting figures of { $months ->
    [one] { $months } month
   *[other] { $months } months
}.
remark-created-unit = The unit { $unit } has been created.
remark-created-caseworker = The caseworker { $initials } has been created in { $unit }.
remark-name-kept = The name in the book has been kept; an import does not change names.

import-unreadable = { $file } cannot be read.
    .safe = Nothing has been imported.
    .advice = See whether the file exists and you have access to it.
import-cancelled = The import was stopped.
    .safe = Nothing has been imported.
