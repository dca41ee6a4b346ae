# Where something stands in a spreadsheet.
import-at-cell = Cell { $line }: { $what }
import-at-cell-column = Cell { $line }, column "{ $column }": { $what }
import-at-sheet = The sheet "{ $line }": { $what }
import-at-sheet-column = The sheet "{ $line }", column "{ $column }": { $what }
import-at-lines = Lines { $line }: { $what }
import-at-lines-column = Lines { $line }, column "{ $column }": { $what }
import-place-lines = line { $lines }
import-place-column = column { $column }

# Refused cells of spreadsheets.
value-error-cell = is an error in the spreadsheet. Correct the formula, or type the number.
reason-unsaved-formula = The cell holds a formula, but the sheet was saved without its result. Open and save the file in the spreadsheet program.
value-date-for-number = is a date where a number belongs. Spreadsheets turn "4-5" into a date; type the number again.
value-merged-number = stands in a merged cell that covers several months or rows. Split the cell and type each number.
value-not-a-figure = is not a number that can be kept here.
value-conflict-cell = stands in { $cell } too, as "{ $value }". Keep the right number.

# What must be told before a sheet can be understood.
reason-unit-not-told = The sheet does not say which unit the figures belong to. Choose the unit.
reason-month-not-told = The figures do not say which month they are of. Choose the month.
reason-year-not-told = The sheet does not say which year the months belong to. State the year.
reason-figure-not-told = The sheet does not say what the figures count. Choose the figure, such as Cases or Waiting.
reason-wait-unit-not-told = The sheet does not say whether waits are in days, weeks or months. Choose the unit of waits.
reason-no-such-sheet = The workbook has no sheet called "{ $name }".

# Refused workbooks.
reason-damaged = The file is damaged or not whole and cannot be read. Fetch or save it again.
reason-protected = The file is protected by a password. Remove the password in the spreadsheet program and try again.
reason-binary-workbook = The file is a binary workbook (XLSB). Save it as XLSX.
reason-web-page = The file is a web page (HTML), although its name says otherwise. Open it in the spreadsheet program and save it as XLSX.
reason-entities = The file holds references that do not belong in a spreadsheet and was not opened.
reason-inflates = The file grows too large when unpacked. It was not read.
reason-file-too-large = The file is larger than { $most } MB.
reason-too-many-entries = The file has more than { $most } parts.
reason-too-many-cells = The file has more than { $most } filled cells.
reason-far-cell = There is something in the cell { $name }, far outside any ordinary table. Delete it, or copy the table to a new sheet.

# Left out of spreadsheets and lists.
skip-banner = A heading over part of the sheet.
skip-note = A note; not imported.
skip-repeated-heading = The headings are repeated; not imported.
skip-sheet-without-figures = The sheet has no figures; not imported.
skip-hidden-sheet = The sheet is hidden; not imported. Name it to have it imported.
skip-sheet-not-chosen = The sheet was not chosen.
skip-not-a-number = Not a number; not imported.
skip-unknown-figure = The row is none of the figures that are kept; not imported.
skip-unknown-caseworker = Not a known caseworker; not imported.
skip-not-month-end = Not the last day of a month; not imported.

# Remarks on spreadsheets and lists.
remark-heading-like = The column "{ $heading }" was read as { $column }.
remark-unit-like = The unit "{ $name }" was read as { $unit }.
remark-caseworker-like = The caseworker "{ $name }" was read as { $initials }.
remark-looks-like = "{ $initials }" looks like { $known }. See whether they are the same.
remark-hidden-rows = { $count ->
    [one] A hidden row was read too.
   *[other] { $count } hidden rows were read too.
}
remark-year-1904 = The workbook counts dates from 1904; they were read accordingly. Check the months.
remark-filled-down = Empty fields in the column "{ $column }" were read as the field above them.
remark-short-years = "{ $from }" was read as { $to }. Check the months.
remark-footnote-mark = "{ $from }" was read as { $to }. Check what the footnote says.
remark-no-headings = The columns have no headings. They were understood by what stands in them. Check the first figures.
remark-english-numbers = The numbers are written with a decimal point and were read accordingly.
remark-months-as-days = Months were converted to days (30.4 days a month).

# What a column can be.
sheet-column-ignore = Not used
sheet-column-month = Month
sheet-column-year = Year
sheet-column-unit = Unit
sheet-column-caseworker = Caseworker
sheet-column-figure-name = Name of the figure
sheet-column-cases = Cases
sheet-column-unallocated = Unallocated
sheet-column-opened = Opened
sheet-column-closed = Closed
sheet-column-net-transferred = Net transferred
sheet-column-waiting = Waiting
sheet-column-started = Started
sheet-column-withdrawn = Withdrawn
sheet-column-mean-days-started = Wait, started
sheet-column-mean-days-so-far = Waited so far
sheet-column-longest-days = Longest wait
sheet-column-other = Figures

# Mappings.
mapping-unreadable = The mapping cannot be read: { $reason }.
    .safe = Nothing was imported.
mapping-unknown-word = The mapping says "{ $value }" under { $key }, which is not known.
    .safe = Nothing was imported.
