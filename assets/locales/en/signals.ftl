# Signals: what a run chart says of a figure, one sentence each.
signal-of-cases = The number of cases
signal-of-caseload = The number of cases per FTE
signal-of-opened = The number opened
signal-of-closed = The number closed
signal-of-waiting = The number waiting
signal-of-started = The number started
signal-of-wait-started-mean = The wait of those started (mean)
signal-of-wait-started-median = The wait of those started (median)
signal-of-wait-so-far-mean = The wait so far (mean)
signal-of-wait-so-far-median = The wait so far (median)
signal-above = { $subject } has been above the median for { $months }; that is more than chance variation.
signal-below = { $subject } has been below the median for { $months }; that is more than chance variation.
signal-crossings = { $n ->
    [0] { $subject } has not crossed the median at all
    [one] { $subject } has crossed the median only once
   *[other] { $subject } has crossed the median only { $n } times
} in { $months }, where at least { $least } is usual; that is more than chance variation.
signal-none = { $subject } shows only chance variation in { $months }.
signal-unchanged = { $subject } has been unchanged for { $months }.
signal-few-points = { $subject } has too few points for a signal: { $n } of at least { $least }{ $missing }.
signal-no-points = { $subject } cannot be judged: no months with figures.
signal-at-minimum = { $subject } cannot be judged: at least half of the months lie at the lowest value.
signal-beyond = { $subject } cannot be judged: the numbers are too large.
signal-run = { $n ->
    [one] { $n } month, { $span }
   *[other] { $n } months in a row, { $span }
}
signal-run-with-others = { $n } of { $all } months, { $span }, the others on the median or without figures
signal-points = { $n ->
    [one] { $n } month, { $span }
   *[other] { $n } months, { $span }
}
signal-missing = { $n ->
    [one] { "" }; { $n } month is missing
   *[other] { "" }; { $n } months are missing
}
signal-without = { $n ->
    [one] { "" }; { $n } month is without a figure
   *[other] { "" }; { $n } months are without figures
}
signals-heading = Signals
chance-more = more than chance
chance-within = within chance variation
