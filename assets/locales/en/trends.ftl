# What charts of a book say: their titles, what they measure, and the short names of figures.
trends-measure-snapshot = { $figure }, at the end of the month
trends-measure-month = { $figure }, month by month
trends-measure-window = { $figure }, the last { $n } months
trends-measure-half = { $figure }, half-year by half-year
trends-measure-half-end = { $figure }, at the end of the half-year
trends-no-limits = too few months for control limits
trends-hollow-outside = hollow points are beyond the limits
trends-limits-provisional = provisional limits (fewer than 20 months)
trends-limits-weak = uncertain limits (fewer than 12 months)
trends-mean = Mean { $value }
trends-upper-limit = Upper limit { $value }
trends-lower-limit = Lower limit { $value }
trends-control-quiet = Every month is within chance variation, { $span }
trends-control-outside = { $n ->
    [one] One month is beyond chance variation: { $side ->
        [above] above
       *[other] below
    } the limit in { $month }
   *[other] { $n } months are beyond chance variation, latest { $side ->
        [above] above
       *[other] below
    } the limit in { $month }
}
trends-half = { $figure }: { $value } in { $half }
trends-half-compared = { $figure }: { $value } in { $half } against { $old } a year before
trends-half-broken = { $figure }: { $value } in { $half }; series break since { $since }
trends-flow-cases = Opened above zero, closed below, net as a line, month by month
trends-flow-list = Approved above zero, started and withdrawn below, net as a line, month by month
trends-net = Net
trends-net-unknown = not every figure is reported
trends-flow-gaps = { $figure } and what left; not every month is reported, { $span }
trends-flow-even = As many in as out, { $span }
trends-flow-more = { $shown } more in than out, { $span }
trends-flow-fewer = { $shown } more out than in, { $span }
trends-bands = Weeks waited by those who started { $span } and those waiting on { $day }
trends-bands-counts = { $started } started, { $waiting } waiting
trends-within = { $part } of { $all } started within the target, { $half }
trends-of-all = of { $all }
trends-strip = Own cases per own full-time equivalent, end of { $month }
trends-strip-title = Spread over caseworkers, { $month }
trends-strip-above = { $all ->
    [one] { $part } of { $all } caseworker above the norm, { $month }
   *[other] { $part } of { $all } caseworkers above the norm, { $month }
}
trends-heat = Own cases per own full-time equivalent, caseworker × month
trends-heat-title = Caseworker × month
trends-heat-above = { $n ->
    [0] No caseworkers above the norm in { $often } or more of the last { $months } months
    [one] One caseworker above the norm in { $often } or more of the last { $months } months
   *[other] { $n } caseworkers above the norm in { $often } or more of the last { $months } months
}
trends-panels = { $figure }, unit by unit
trends-panels-highest = { $figure }: highest in { $unit }, { $value } in { $month }
trends-internal = Internal only
trends-years = { $n } years
trends-drawing-run = Run chart
trends-drawing-xmr = Control chart
trends-drawing-bars = Bars
trends-select-figure = Figure
trends-select-years = Span
trends-select-drawing = Chart
