# Master data.

register-section-units = Units
register-section-caseworkers = Caseworkers
register-section-targets = Targets
register-section-events = Events
register-section-committees = Committees
register-section-log = Change log
register-section-settings = Settings

register-add = Add
register-save = Save
register-cancel = Cancel
register-edit = Edit
register-delete = Delete
register-needed = Must be filled in
register-since = since { $from }
register-saving = Saving …
register-saved = Saved
register-choose = Choose in the list to see and edit
register-search = Search
register-search-nothing = Nothing matches the search
register-suggestions = Suggestions
register-nothing-yet = Nothing yet
register-before-begin = Lies before the beginning
register-reason = Reason
register-reason-hint = The half-yearly overview is issued; the reason goes into its list of revisions

# Units.
register-new-unit = New unit
register-edit-unit = Edit the unit
register-rename-unit = New name from a month
register-close-unit = Close the unit
register-no-units = No units yet
register-closed-chip = Until { $month }
register-part-names = Names
register-part-contents = Contents
register-count-caseworkers = { $n ->
    [one] 1 caseworker
   *[other] { $n } caseworkers
}
register-count-figures = Monthly figures
register-count-episodes = { $n ->
    [one] 1 place in the waiting-list register
   *[other] { $n } places in the waiting-list register
}
register-lane-name = Name
register-lane-register = Waiting list
register-rename-lead = The figures stay with the unit. The old name stands with the months it was used in.
register-rename-event = New name: { $name }
register-close-lead = The unit keeps its history. After its last month no figures can be reported. An empty field opens it again.
register-counts-child = children
register-counts-family = families
register-counts-citizen = citizens
register-reporting-by-caseworker = By caseworker
register-reporting-by-unit = For the unit as a whole
register-waiting-none = No waiting list
register-waiting-kept = Has a waiting list
register-short-by-caseworker = counted by caseworker
register-short-by-unit = counted as a whole
register-short-waiting = waiting list

# Caseworkers.
register-new-caseworker = New caseworker
register-no-caseworkers = No caseworkers yet
register-left-chip = Left { $month }
register-starts-chip = Begins { $month }
register-holding = case-holding
register-not-holding = not case-holding
register-hours = { $hours } hours a week
register-hours-weight = { $hours } hours a week, weight { $weight }
register-move = Move to another unit
register-move-lead = Case counts up to the month before stay in the old unit. The hours move along.
register-move-nowhere = There is no other unit that counts by caseworker.
register-leave-unit = Leaves the unit
register-leave-lead = Figures up to the last month stay. An empty field means that the caseworker goes on.
register-edit-name = Edit initials and name
register-part-presence = In the unit
register-new-presence = New stretch
register-edit-presence = Edit the stretch
register-part-terms = Hours and weight
register-new-terms = New hours from a month
register-edit-terms = Edit the hours
register-no-terms = No hours yet: full-time equivalents cannot be computed
register-part-absence = Absence
register-new-absence = Report absence
register-edit-absence = Edit the absence
register-no-absence = No absence
register-absence-leave = Leave
register-absence-sick = Long-term sick
register-lane-unit = Unit
register-lane-hours = Hours
register-lane-absence = Absence
register-erase = Erase personal data …
register-erase-lead = Initials and name are overwritten by a code name, in the change log too. The figures of the team stay. It cannot be undone, and what lies before it in the change log cannot be undone any more. A backup is made first; afterwards you see which copies still hold { $initials }.
register-erase-hint = Type { $initials } to confirm
register-erase-now = Erase for good

# Targets.
register-new-target = New target
register-edit-target = Edit the target
register-no-targets = No targets yet
register-metric-caseload = Cases per FTE
register-metric-wait = Wait
register-at-most = at most { $limit }
register-at-least = at least { $limit }
register-in-force-chip = In force
register-later-chip = In force later
register-limit-needed = Type an upper or a lower limit
register-limit-order = The upper limit lies below the lower one
register-target-ds-2020 = 20–30 cases per FTE
register-target-ds-2020-source = Guideline caseload of the Danish Association of Social Workers, February 2020
register-target-ds-2015 = 25–35 cases per FTE
register-target-ds-2015-source = Guideline caseload of the Danish Association of Social Workers, 2015
register-target-ds-2007 = 30–45 cases per FTE
register-target-ds-2007-source = Guideline caseload of the Danish Association of Social Workers, 2007
register-target-law-20 = Child assessment within 4 months
register-target-law-20-source = Barnets Lov § 20: a child assessment is finished within 4 months
register-target-law-95 = First follow-up within 3 months
register-target-law-95-source = Barnets Lov § 95: first follow-up on a measure within 3 months
register-target-own-limit = The municipality's own limit
register-target-own-limit-source = The municipality's published time limit (Retssikkerhedsloven § 3)

# Events.
register-new-event = New event
register-edit-event = Edit the event
register-no-events = No events yet
register-break-chip = Series break
register-law-word = Barnets Lov, 1 January 2024
register-law-title = Barnets Lov in force
register-law-source = Series break for all units

# Committees.
register-new-committee = New committee
register-edit-committee = Edit the committee
register-no-committees = No committees yet

# Settings.
register-wait-unit-weeks = Weeks
register-wait-unit-months = Months
register-wait-unit-days = Days
register-week-range = From 1 to 60 hours
register-deadline-range = A day from 1 to 28
register-weight-range = A number above 0 and at most 100

# Fields.
register-field-code = Code
register-field-name = Name
register-field-from = From month
register-field-to = Through month
register-field-counts = A case counts
register-field-reporting = Cases are counted
register-field-waiting = Waiting list
register-field-register-from = Register from month
register-field-mark = Mark in the charts
register-field-break = Series break
register-field-initials = Initials
register-field-full-name = Full name
register-field-for-unit = Applies to
register-field-unit = In the unit
register-field-hours = Hours a week
register-field-weight = Weight
register-field-case-holding = Case-holding
register-field-kind = Kind
register-field-first-day = From
register-field-last-day = Through
register-field-confirm = Confirm
register-field-metric = Measures
register-field-lower = Lower limit
register-field-upper = Upper limit
register-field-valid-from = Valid from
register-field-source = Source
register-field-day = Date
register-field-title = What happened
register-field-committee-code = Abbreviation
register-field-municipality = Municipality
register-field-caseworker-label = Word for caseworker
register-field-language = Language of documents
register-field-standard-week = Full-time hours
register-field-threshold = Hide counts below
register-field-least-months = Least months
register-field-deadline-day = Deadline, day of the month
register-field-wait-unit = Waits are shown in
register-field-weight-simple = Weight, simple case
register-field-weight-complex = Weight, complex case
register-field-weight-very-complex = Weight, very complex

# What a field is for.
register-hint-code = Short and unique: BFA, FH, FTI
register-hint-month = Such as Sep 2026 or 2026-09
register-hint-last = Empty: goes on
register-hint-day = Such as 1.9.2026
register-hint-last-day = Empty: does not end yet
register-hint-full-name = May be left out; initials are shown
register-hint-hours = Full time is { $hours } hours
register-hint-weight = 1 counts in full; a newly hired may count 0,6
register-hint-case-holding = Counts in full-time equivalents
register-hint-break = Figures before and after are not compared
register-hint-register-from = Earlier months keep what was typed
register-hint-limit = Cases per FTE; a wait in { $unit }
register-hint-source = Where the target comes from
register-hint-title = Stands at the line in the charts
register-hint-committee = Such as BUU
register-hint-caseworker-label = Empty: caseworker
register-hint-language = The window's language is chosen under Display
register-hint-standard-week = A full-time equivalent
register-hint-threshold = In the committee's overview
register-hint-least-months = For a half-year's mean
register-hint-deadline = Named when figures are missing

# Dates as they are typed.
typed-not-a-date = Type a date, such as 1.9.2026
typed-not-a-month = Type a month, such as Sep 2026
typed-no-year = Type the year as well
typed-no-such-day = There is no such date

# The change log page and stepping back.
refusal-touched-later = Step { $entry } by { $user } ({ $at }) has touched the same since.
    .advice = Take that step back first, or correct the figure.
refusal-final-since = Step { $entry } cannot be undone, and what lies before it stays.
    .advice = Correct the figure instead.
refusal-not-in-effect = Step { $entry } is no longer in effect: it was undone, or is an undoing itself.
log-back-to = Back to step { $entry }
log-erased = Personal data erased; the person is now called { $name }
log-title = Change log
log-column-entry = Step
log-column-at = Time
log-column-user = Who
log-column-source = From where
log-column-kind = Kind
log-column-unit = Unit
log-column-person = Caseworker
log-column-month = Month
log-column-what = What
log-column-before = Before
log-column-after = After
log-column-reason = Reason
log-column-detail = Source
log-source-window = Window
log-source-command-line = Command line
log-kind-did = change
log-kind-undid = undid { $of }
log-kind-redid = redid { $of }
log-kind-final = cannot be undone
log-anybody = Everybody
log-any-caseworker = All caseworkers
log-any-time = All the time
log-time-today = Today
log-time-week = Last 7 days
log-time-month = Last 30 days
log-time-year = Last 12 months
log-filter-unit = Unit in the log
log-filter-user = Changed by
log-filter-person = { $who } in the log
log-filter-time = Time
log-take-back = Take the step back
log-go-back = Back to here
log-go-back-hint = Everything after this step is taken back as one new step, which can be undone itself
log-export = Save as CSV …
log-shown = { $shown } of { $all } steps
log-empty = Nothing matches
log-changes-more = … and { $n } more changes
log-choose = Choose a step to see what was changed
log-file-name = change log
cli-log-written = The change log is saved: { $path }
cli-erased = The personal data are erased. The person is now called { $name }. It cannot be undone.
cli-erased-copies = These copies still hold the person. Delete them when they are no longer needed:
cli-erased-unknown = (could not be read)
cli-erased-texts = The name also stands in words that somebody wrote. Correct them:
cli-nobody-called = No caseworker has the initials { $initials }.
cli-several-caseworkers = Several caseworkers have the initials { $initials }.
    .advice = Name the unit with --unit.

# What settings are called in the log.
setting-standard-week = full-time hours
setting-suppression-threshold = hide counts below
setting-least-months = least months
setting-deadline-day = deadline, day of the month
setting-language = language
setting-municipality = municipality
setting-weights = weights
setting-wait-unit = waits are shown in
setting-caseworker-label = word for caseworker
log-csv-kind = CSV files
setting-accepted-remarks = accepted remarks

# The waiting-list register.
register-section-episodes = Waiting list
register-new-episode = New place
register-edit-episode = Edit the place
register-no-episodes = No places on the waiting list yet
register-episode-wait = approved { $day }, { $n } days
register-started-today = Started today
register-withdrawn-today = Withdrawn today
register-one-end = A place cannot be both started and withdrawn
register-block-line = Line { $line }: { $why }
register-field-reference = Serial number
register-field-offer = Offer
register-field-approved = Approved
register-field-started = Started
register-field-withdrawn = Withdrawn
register-field-block = Or several lines
register-hint-reference = An anonymous serial number, never a civil registration number
register-hint-block = Paste from a spreadsheet: serial number, offer, approved, started, withdrawn
