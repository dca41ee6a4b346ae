# Charts: the words in pictures and beside them.
chart-weeks = { $band } weeks
chart-half = H{ $n }
chart-table-half-year = Half-year
chart-source = Source: figures reported by { $unit }, as of { $day }
chart-beyond = outside: { $target }
chart-table-weeks = Waited
chart-table-person = Caseworker
chart-weeks-waited = weeks waited
usage-chart-kind = { $what } is no kind of chart. Nothing was written. Use one of: { $names }
usage-chart-figure = { $what } is no figure that can be drawn. Nothing was written. Use one of: { $names }
usage-chart-out = { $what } must end in .svg or .png. Nothing was written.
cli-chart-empty = There are no figures to draw for the unit in the period. Nothing was written.
usage-chart-scale = { $what } must be 1, 2 or 3: so many pixels a point. Nothing was written.
usage-chart-order = The period { $what } ends before it begins. Nothing was written.
usage-month = "{ $what }" is not a month. Nothing was written. Write it as 2026-09.
chart-picture-size = A picture cannot be { $width } by { $height } pixels. Nothing was written. Choose a smaller size.
chart-picture-unmade = The picture could not be made ({ $why }). Nothing was written, and the figures are untouched. Save it as SVG instead.
