# Charts: the words in pictures and beside them.
chart-weeks = { $band } uger
chart-half = { $n }. hå
chart-table-half-year = Halvår
chart-source = Kilde: tal indberettet af { $unit }, opgjort pr. { $day }
chart-beyond = uden for: { $target }
chart-table-weeks = Ventet
chart-table-person = Rådgiver
chart-weeks-waited = uger ventet
