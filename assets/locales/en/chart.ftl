# Charts: the words in pictures and beside them.
chart-weeks = { $band } weeks
chart-half = H{ $n }
chart-table-half-year = Half-year
chart-source = Source: figures reported by { $unit }, as of { $day }
chart-beyond = outside: { $target }
chart-table-weeks = Waited
chart-table-person = Caseworker
chart-weeks-waited = weeks waited
