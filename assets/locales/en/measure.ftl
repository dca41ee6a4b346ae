# Figures: what they are called, and what is said beside them.
figure-cases = Cases at the end
figure-opened = Opened
figure-closed = Closed
figure-net-transferred = Net transferred
figure-balance-error = Imbalance
figure-fte = Case-holding FTE
figure-caseload = Cases per caseworker (FTE)
figure-caseload-headcount = Cases per person
figure-caseload-half-year = Cases per caseworker, mean
figure-above-norm-share = Share above the norm
figure-posts-short = Posts short
figure-weighted-caseload = Weighted caseload
figure-approved = Approved
figure-started = Started
figure-withdrawn = Withdrawn
figure-wait-started-mean = Wait, started
figure-wait-started-median = Wait, started, median
figure-wait-started-p90 = Wait, started, 90th percentile
figure-within-target-started = Started within target
figure-waiting = Waiting at the end
figure-wait-so-far-mean = Wait so far
figure-wait-so-far-median = Wait so far, median
figure-wait-so-far-p90 = Wait so far, 90th percentile
figure-wait-so-far-longest = Wait so far, longest
figure-within-target-waiting = Waiting within target
figure-km-median = Expected wait (median)
figure-clearance-time = Clearance time
figure-coverage = Coverage
figure-transfer-error = Transfers that do not agree
unit-days = days
unit-weeks = weeks
unit-months = months
months-of = { $expected ->
    [one] { $used } of { $expected } month
   *[other] { $used } of { $expected } months
}
caseworkers-of = { $expected ->
    [one] { $reported } of { $expected } caseworker
   *[other] { $reported } of { $expected } caseworkers
}
above-weeks = >{ $weeks } weeks
cases-without-fte = { $n ->
    [one] { $shown } case without a case-holding caseworker
   *[other] { $shown } cases without a case-holding caseworker
}
no-starts = no starts
withheld = too few months
approximately = approx. { $value }
percentage-points = { $value } pp
reason-not-reported = not reported
reason-caseworkers-unreported = not all caseworkers have reported
reason-unallocated-unreported = unallocated cases not reported
reason-employment-missing = hours missing for a caseworker
reason-mean-not-reported = wait not reported
reason-months-incomplete = months missing
reason-too-few-months = too few months
reason-no-fte = no case-holding FTE
reason-nobody-holds-cases = nobody holds cases
reason-too-few-caseworkers = too few caseworkers
reason-no-target = no target
reason-split-not-typed = complexity not entered
reason-nobody-waiting = nobody waiting
reason-nobody-started = nobody started
reason-no-starts = no starts
reason-no-register = no register of single courses
reason-typed-means-only = only means entered
reason-bands-only = only bands entered
reason-bands-differ = bands with different edges
reason-open-top-band = in the open top band
reason-not-reached = fewer than half have started
reason-no-cohort = nobody approved
reason-series-break = series break
reason-current-missing = figure missing
reason-base-missing = nothing to compare with
reason-incomplete = incomplete months
reason-base-too-small = base too small for a percentage
reason-out-of-range = number too large
reason-fewer-than-10-points = too few points
reason-median-is-minimum = the median is the lowest value
number-not-a-number = This is not a number
number-too-many-digits = Nine digits at most
number-too-many-decimals = Three decimals at most
number-not-whole = Write a whole number
number-grouping = A point separates thousands: 1.234. Write a comma before decimals: 33,5
number-minus-sign = Write minus as a hyphen
figure-with-unit = { $figure } ({ $unit })
unit-counts-child = counted in children
unit-counts-family = counted in families
unit-counts-citizen = counted in citizens
status-ok = whole
status-partial = partial
status-missing = missing
status-withheld = withheld
status-not-computable = not computable
measured-in-count = number
measured-in-ratio = per FTE
measured-in-fte = FTE
measured-in-headcount = per person
measured-in-share = share (0-1)
measured-in-days = days
measured-in-weeks = weeks
measured-in-months = unit-months
measured-in-errors = months
