# The change log.
log-more = { $n ->
    [one] and 1 more change
   *[other] and { $n } more changes
}
log-undid = Undone (step { $of }): { $what }
log-redid = Redone (step { $of }): { $what }
log-restored = The file was restored from a backup
log-nothing = No changes
log-detail = From: { $text }
log-reason = Reason: { $text }
log-unit = Unit
log-hours = hours from
log-absence = absence
log-bands = waits in bands
log-target = Target
log-event = Event
log-committee = Committee
log-edition = Half-yearly overview
log-setting = Setting
log-waiting = waiting
log-started = started { $day }
log-withdrawn = withdrawn { $day }

# What can be typed.
field-cases = Cases
field-unallocated = Unallocated cases
field-opened = Opened
field-closed = Closed
field-net-transferred = Net transferred
field-waiting = Waiting
field-started = Started
field-withdrawn = Withdrawn
field-mean-days-started = Wait, started (days)
field-mean-days-so-far = Waited so far (days)
field-longest-days = Longest wait (days)
