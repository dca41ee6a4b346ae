# Charts: the words in pictures and beside them.
chart-weeks = { $band } uger
chart-half = { $n }. hå
chart-table-half-year = Halvår
chart-source = Kilde: tal indberettet af { $unit }, opgjort pr. { $day }
chart-beyond = uden for: { $target }
chart-table-weeks = Ventet
chart-table-person = Rådgiver
chart-weeks-waited = uger ventet
usage-chart-kind = { $what } er ikke en slags diagram; skriv run eller bars
usage-chart-figure = { $what } kan ikke tegnes endnu; skriv caseload eller wait_started_median
usage-chart-out = { $what } skal ende på .svg eller .png
cli-chart-empty = Der er ingen tal at tegne for enheden i perioden. Intet er skrevet.
