# Charts: the words in pictures and beside them.
chart-weeks = { $band } uger
chart-half = { $n }. hå
chart-table-half-year = Halvår
chart-source = Kilde: tal indberettet af { $unit }, opgjort pr. { $day }
chart-beyond = uden for: { $target }
chart-table-weeks = Ventet
chart-table-person = Rådgiver
chart-weeks-waited = uger ventet
usage-chart-kind = { $what } er ikke en slags diagram. Intet er skrevet. Brug en af: { $names }
usage-chart-figure = { $what } er ikke et tal, der kan tegnes. Intet er skrevet. Brug et af: { $names }
usage-chart-out = { $what } skal ende på .svg eller .png. Intet er skrevet.
cli-chart-empty = Der er ingen tal at tegne for enheden i perioden. Intet er skrevet.
usage-chart-scale = { $what } skal være 1, 2 eller 3: så mange billedpunkter pr. punkt. Intet er skrevet.
usage-chart-order = Perioden { $what } slutter, før den begynder. Intet er skrevet.
usage-month = "{ $what }" er ikke en måned. Intet er skrevet. Skriv den som 2026-09.
chart-picture-size = Et billede kan ikke være { $width } gange { $height } billedpunkter. Intet er skrevet. Vælg en mindre størrelse.
chart-picture-unmade = Billedet kunne ikke laves ({ $why }). Intet er skrevet, og tallene er ikke berørt. Gem det som SVG i stedet.
