# The window.

# The shell.
ui-page-overview = Overview
ui-page-entry = Monthly entry
ui-page-caseload = Caseload
ui-page-waiting = Waiting times
ui-page-half-year = Half-year overview
ui-page-scenario = What if
ui-page-register = Register
ui-planned = { $page } is not built yet
ui-planned-note = The grey pages are not built yet
ui-all-units = All units
ui-unit = Unit
ui-period = Period
ui-display = Display
ui-theme = Theme
ui-theme-system = As the computer
ui-theme-light = Light
ui-theme-dark = Dark
ui-language = Language
ui-language-da = Dansk
ui-language-en = English
ui-open = Open file …
ui-new = New file …
ui-close-file = Close the file
ui-access-free = Ready for changes
ui-access-own = You are changing the file
ui-access-held = { $user } on { $computer } is changing the file; you can read it
ui-access-held-unknown = Somebody else is changing the file; you can read it
ui-access-read-only = Write-protected; you can read and export
ui-saving = Saving …
ui-nothing-changed = No changes yet
ui-saved = Saved at { $at }: { $what }
ui-saved-earlier = Saved { $at }: { $what }
ui-undo = Undo { $what } ({ $key })
ui-dismiss = Close the message
ui-writer-gone = The file can no longer be changed in this window. What has been saved is in the file. Close the program and open it again.
ui-settings-unreadable = The window's settings could not be read ({ $reason }). Your figures are not affected; the window begins with its defaults.
ui-settings-unwritable = The window's settings could not be saved ({ $reason }). Your figures are not affected.
ui-opening = Opening { $file } …

# The start page.
ui-start-lead = Cases and waiting times month by month, and the half-yearly overview for the committee
ui-start-new = New file
ui-start-new-words = Begin with an empty file for your own figures
ui-start-open = Open file
ui-start-open-words = Go on with a file you already have
ui-start-demo = Try with sample data
ui-start-demo-words = Eight years of figures for three invented units
ui-start-recent = Recent files
ui-start-recent-empty = Files you have had open are listed here
ui-start-path = Or type where the file is
ui-start-path-hint = Folder and file name
ui-start-path-open = Open
ui-start-path-create = Create
ui-file-kind = Sagstakt files
ui-file-suggestion = cases

# To do.
ui-todo-chip = { $n } missing
ui-todo-complete-chip = All reported
ui-todo-complete = All units have reported up to and including { $month }
ui-todo-next = { $month } can be reported from { $day }
ui-todo-open = { $month } has not been reported yet
ui-todo-deadline = Due { $day }
ui-todo-older = { $n ->
    [one] and 1 from before
   *[other] and { $n } from before
}
ui-todo-enter = Enter { $month }

# Figures.
ui-card-month = { $month } · provisional
ui-card-nothing = Nothing reported in { $half }
ui-change = { $change } from { $since }
ui-change-break = Series break since { $since }
ui-half-year-note = { $months } · { $half }: { $value }
ui-posts-note = at the upper norm of { $upper }
ui-no-norm = no norm has been entered
ui-norm-between-the = the norm of { $limits }
ui-target-wait = Target { $upper } { $unit }
ui-target-wait-the = the target of { $upper } { $unit }
ui-target-above = Above { $target }
ui-target-below = Below { $target }
ui-target-within = Within { $target }

# Charts.
ui-median = Median { $value }
ui-break-title = { $title } (series break)
ui-chart-title = { $side ->
    [above] Above the median
   *[other] Below the median
} for { $months }, { $from } – { $through }: more than chance
ui-chart-months = { $n } months
ui-chart-months-of = { $n } of { $all } months
ui-chart-title-crossings = Seldom crosses the median: more than chance
ui-chart-title-quiet = No sign of anything but chance variation
ui-chart-title-newest = { $name }: { $value } in { $month }
ui-chart-hollow = hollow points belong to the signal
ui-chart-missing = { $months } missing
ui-chart-extremes = Lowest { $lowest } ({ $lowest_month }), highest { $highest } ({ $highest_month }), latest { $newest } ({ $newest_month })
ui-chart-gaps = Missing { $months }
ui-chart-event = { $title } in { $month }
ui-chart-break = { $title } in { $month }
ui-table-month = Month
ui-table-basis = Basis
ui-as-table = Show as table
ui-as-chart = Show as chart
ui-copy-figures = Copy figures
ui-caseload-empty = No unit has reported cases per caseworker in the period
ui-waiting-empty = No unit has reported waiting times in the period
