# The window.

# The shell.
ui-page-overview = Overblik
ui-page-entry = Indtastning
ui-page-caseload = Sager pr. rådgiver
ui-page-waiting = Ventetider
ui-page-half-year = Halvårsoversigt
ui-page-scenario = Scenarie
ui-page-register = Stamdata
ui-planned = { $page } er ikke bygget endnu
ui-planned-note = De grå sider er ikke bygget endnu
ui-all-units = Alle enheder
ui-unit = Enhed
ui-period = Periode
ui-display = Visning
ui-theme = Tema
ui-theme-system = Som computeren
ui-theme-light = Lyst
ui-theme-dark = Mørkt
ui-language = Sprog
ui-language-da = Dansk
ui-language-en = English
ui-open = Åbn fil …
ui-new = Opret ny fil …
ui-close-file = Luk filen
ui-access-free = Klar til rettelser
ui-access-own = Du retter i filen
ui-access-held = { $user } på { $computer } retter i filen; du kan læse
ui-access-held-unknown = En anden retter i filen; du kan læse
ui-access-read-only = Skrivebeskyttet; du kan læse og udlæse
ui-saving = Gemmer …
ui-nothing-changed = Ingen ændringer endnu
ui-saved = Gemt kl. { $at }: { $what }
ui-saved-earlier = Gemt { $at }: { $what }
ui-undo = Fortryd { $what } ({ $key })
ui-dismiss = Luk beskeden
ui-writer-gone = Filen kan ikke rettes mere i dette vindue. Det, der er gemt, er i filen. Luk programmet, og åbn det igen.
ui-settings-unreadable = Vinduets indstillinger kunne ikke læses ({ $reason }). Dine tal er ikke berørt; vinduet begynder med standardindstillingerne.
ui-settings-unwritable = Vinduets indstillinger kunne ikke gemmes ({ $reason }). Dine tal er ikke berørt.
ui-opening = Åbner { $file } …

# The start page.
ui-start-lead = Sagstal og ventetider måned for måned, og halvårsoversigten til udvalget
ui-start-new = Opret ny fil
ui-start-new-words = Begynd med en tom fil til jeres egne tal
ui-start-open = Åbn fil
ui-start-open-words = Fortsæt i en fil, du har i forvejen
ui-start-demo = Prøv med eksempeldata
ui-start-demo-words = Otte års tal for tre opdigtede enheder
ui-start-recent = Seneste filer
ui-start-recent-empty = Her står de filer, du har haft åbne
ui-start-path = Eller skriv, hvor filen ligger
ui-start-path-hint = Mappe og filnavn
ui-start-path-open = Åbn
ui-start-path-create = Opret
ui-file-kind = Sagstakt-filer
ui-file-suggestion = sager

# To do.
ui-todo-chip = Mangler { $n } tal
ui-todo-complete-chip = Alt indberettet
ui-todo-complete = Alle enheder har indberettet til og med { $month }
ui-todo-next = { $month } kan indberettes fra { $day }
ui-todo-open = { $month } er ikke indberettet endnu
ui-todo-deadline = Frist { $day }
ui-todo-older = { $n ->
    [one] og 1 tal fra tidligere
   *[other] og { $n } tal fra tidligere
}
ui-todo-enter = Indtast { $month }

# Figures.
ui-card-month = { $month } · foreløbig
ui-card-nothing = Intet indberettet i { $half }
ui-change = { $change } mod { $since }
ui-change-break = Databrud siden { $since }
ui-half-year-note = { $months } · { $half }: { $value }
ui-posts-note = ved øvre norm { $upper }
ui-no-norm = ingen norm er indtastet
ui-norm-between-the = normen { $limits }
ui-target-wait = Mål { $upper } { $unit }
ui-target-wait-the = målet på { $upper } { $unit }
ui-target-above = Over { $target }
ui-target-below = Under { $target }
ui-target-within = Inden for { $target }

# Charts.
ui-median = Median { $value }
ui-break-title = { $title } (databrud)
ui-chart-title = { $side ->
    [above] Over medianen
   *[other] Under medianen
} i { $months }, { $from } – { $through }: mere end tilfældig variation
ui-chart-months = { $n } måneder
ui-chart-months-of = { $n } af { $all } måneder
ui-chart-title-crossings = Krydser medianen sjældent: mere end tilfældig variation
ui-chart-title-quiet = Ingen tegn på andet end tilfældig variation
ui-chart-title-newest = { $name }: { $value } i { $month }
ui-chart-hollow = hule punkter indgår i signalet
ui-chart-missing = { $months } mangler
ui-chart-extremes = Lavest { $lowest } ({ $lowest_month }), højest { $highest } ({ $highest_month }), senest { $newest } ({ $newest_month })
ui-chart-gaps = Mangler { $months }
ui-chart-event = { $title } i { $month }
ui-chart-break = { $title } i { $month }
ui-table-month = Måned
ui-table-basis = Grundlag
ui-as-table = Vis som tabel
ui-as-chart = Vis som diagram
ui-copy-figures = Kopiér tal
ui-caseload-empty = Ingen enhed har indberettet sager pr. rådgiver i perioden
ui-waiting-empty = Ingen enhed har indberettet ventetider i perioden
