# Monthly entry.
entry-grid = Monthly figures of { $unit }
entry-caseworker = Caseworker
entry-figure = Figures of the unit
entry-hours = Hours
entry-cases = Cases
entry-part-simple = Simple
entry-part-complex = Complex
entry-part-very-complex = Very complex
entry-view-half-year = Half-year
entry-view-month = One month
entry-view-all-months = All months
entry-left = not in the unit
entry-on-leave = leave
entry-sick = sick
entry-part-of = { $part } of { $of }
entry-total = Cases in all
entry-fte = FTE
entry-caseload = Cases per FTE
entry-balance-row = Balance
entry-balance-fits = adds up
entry-cell-empty = empty
entry-cell-closed = cannot be filled
entry-cell-last-year = last year { $value }
entry-cell-last-month = month before { $value }
entry-cell-saving = Saving …
entry-cell-refused = { $place }: { $text }, not saved. { $reason }
entry-parts-missing = Type the other complexities too; then they are saved together.
entry-todo-open = { $month } lacks figures
entry-todo-filled = Every month here is filled
entry-todo-go = Go to the first empty cell
entry-add = Add { $who }
entry-add-initials = Initials
entry-add-hours = Hours a week
entry-add-hours-wrong = Hours must be a number from 0 to 60, such as 37 or 32,5
entry-added-from = from { $month }
entry-refused-title = Not saved
entry-refused = { $place }: “{ $text }”. { $reason }
entry-refused-keep = The text stays in the cell. Correct it, or press Esc to give it up.
entry-draft-kept = Stood in the cell when it was left, and is not saved.
entry-split-lost = The split by complexity did not fit the new number of cases and was removed: { $place }{ $more ->
    [0] {""}
    [one] {" "}and 1 more
   *[other] {" "}and { $more } more
}. Type it again under One month, or undo.
entry-block-too-large = The block has { $rows } rows and { $columns } columns; from here there is room for { $free-rows } rows and { $free-columns } columns. Nothing was pasted.
entry-block-refused = { $place }: “{ $text }”. { $reason } Nothing was pasted.
entry-block-closed = { $place } cannot be filled. Nothing was pasted.
entry-accept = That is right …
entry-accept-note = Note (may be left out)
entry-accept-save = Save
entry-accept-not = Cancel
entry-next-remark = Next question
entry-more-remarks = { $n ->
    [one] and 1 more question in the month
   *[other] and { $n } more questions in the month
}
entry-balance = Balance, { $month }
entry-balance-formula = opening { $opening } + opened { $opened } - closed { $closed } + net transferred { $transferred } = closing { $closing }
entry-balance-right = Adds up
entry-balance-wrong = Does not add up: a difference of { $n }
entry-balance-missing = Missing: { $what }
entry-balance-opening = the cases of the month before
entry-balance-opened = opened
entry-balance-closed = closed
entry-balance-transferred = net transferred
entry-balance-closing = the cases now
entry-hints = Grey figures: at the right { $previous }, at the left { $earlier }.
entry-keys-1 = Enter: down · Tab: right · F2: correct · F6: here
entry-keys-2 = Ctrl+V: paste from Excel · Ctrl+D: fill down
entry-keys-3 = 100-55 is worked out

# Questions about figures.
remark-title = { $who }, { $month }: { $value }
remark-jump-up = That is { $difference } more than in { $previous }. { $who } has never changed by more than { $largest } in a month.
remark-jump-down = That is { $difference } fewer than in { $previous }. { $who } has never changed by more than { $largest } in a month.
remark-unchanged = { $who } has had { $value } for { $n } months running.
remark-balance = Opening { $opening } + opened { $opened } - closed { $closed } + net transferred { $transferred } gives { $expected }, but the closing figure is { $closing }.
remark-while-absent = { $who } has { $value } cases but was absent all of { $month }.
remark-not-in-unit = { $who } has { $value } cases but was not in the unit in { $month }.
remark-far-above-norm = { $who } has { $caseload } cases per FTE, more than three times the norm of { $upper }.
log-accepted = That is right
