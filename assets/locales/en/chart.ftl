# Charts: the words in pictures and beside them.
chart-weeks = { $band } weeks
chart-half = H{ $n }
chart-table-half-year = Half-year
chart-source = Source: figures reported by { $unit }, as of { $day }
chart-beyond = outside: { $target }
chart-table-weeks = Waited
chart-table-person = Caseworker
chart-weeks-waited = weeks waited
usage-chart-kind = { $what } is no kind of chart; write run or bars
usage-chart-figure = { $what } cannot be drawn yet; write caseload or wait_started_median
usage-chart-out = { $what } must end in .svg or .png
cli-chart-empty = There are no figures to draw for the unit in the period. Nothing was written.
