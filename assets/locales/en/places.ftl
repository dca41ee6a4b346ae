# The keys of master data, and the waiting-list register.
register-keys = Ctrl+PageDown: next section · arrow down: choose · F6: to the fields and back
places-column-reference = Serial number
places-column-unit = Unit
places-column-offer = Offer
places-column-approved = Approved
places-column-status = Status
places-column-days = Days
places-waiting = Waiting
places-started = Started
places-withdrawn = Withdrawn
places-all-statuses = All places
places-all-offers = All offers
places-filter-status = Places shown
places-filter-offer = Offer shown
places-shown = { $shown } of { $all } places
places-import = Import …
places-sort = Sort by { $column }
places-sorted-up = { $column }, ascending
places-sorted-down = { $column }, descending
places-open = Waiting-list register

# The file, its backups, and what is new.
ui-access-silent = { $user } on { $computer } has the file, but has been silent for over a minute
ui-take-over = Take over the file
register-section-file = File
file-title = The file
file-take-over-lead = The other computer may be off. If you take over, it can no longer save; what it has saved is kept.
file-backups = Backups
file-backups-lead = Every copy is read back before it gets its name. One is made every day and before an import, a restore and the erasing of a person. Kept are the newest of each hour for a day, of each day for a fortnight, of each week for three months, and of each month after that.
file-back-up = Make a backup now
file-no-backups = No backups yet
file-kilobytes = { $n } KB
file-restore = Restore …
file-restore-now = Restore now
file-restore-lead = The file gets the content it had { $at }. What it says now is backed up first. A restore cannot be undone in the window.
file-news = New in Sagstakt
file-others = { $user } saved at { $at }: { $what }.
file-others-end = The window shows it already.

# A municipality's own word for a caseworker.
register-new-own = New { $who }
ui-page-caseload-own = Cases per { $who }
