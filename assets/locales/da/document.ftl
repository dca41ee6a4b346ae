# The committee's overview as a document.
document-title = Halvårsoversigt: sagstal og ventetider
document-subject = Sagsantal, sager pr. rådgiver og ventetider
document-keywords = halvårsoversigt, sagstal, sager pr. rådgiver, ventetider, børn og familie
document-provisional = Foreløbig: oversigten er ikke udsendt, og tallene kan stadig ændres.
document-internal = Kun internt: små tal er ikke skjult. Vedlæg udvalgets oversigt til dagsordenen, ikke denne.
document-foot-edition = { $title }, udgave { $number }
document-foot-provisional = { $title }, foreløbig
document-foot-internal = { $title }, kun internt, foreløbig
document-page = Side
document-page-of = af
document-not-yet = ikke angivet
document-committee = Udvalg
document-meeting = Møde
document-case = Sag
document-cut-off = Opgjort pr.
document-cut-off-so-far = { $day } (halvåret er ikke slut)
document-cut-off-open = halvåret er ikke slut
document-extracted = Udtrukket
document-edition = Udgave
document-edition-none = ikke udsendt
document-edition-replaces = { $number } (erstatter udgave { $earlier } af { $day })
document-findings = Det vigtigste
document-assessment = Faglig vurdering
document-figure = Nøgletal
document-change = Mod { $n }. halvår { $year }
document-target = Mål
document-table-caption = { $unit }: nøgletal for { $period } med sammenligning
document-at-most = højst { $limit }
document-at-least = mindst { $limit }
document-the-norm = normen på { $limits }
document-the-target = målet på { $limits } { $unit }
document-band-norm = Norm { $limits }
document-band-target = Mål: { $limits } { $unit }
document-counts-child = børn
document-counts-family = familier
document-counts-citizen = borgere
document-reported = Indberettet { $months }.
document-reported-figures = Indberettet { $months } ({ $figures }).
document-partial = { $note }: { $figures }.
document-sign-missing = ..: ikke indberettet.
document-sign-none = –: kan ikke beregnes.
document-sign-break = |: databrud, sammenlignes ikke.
document-sign-hidden = { $sign }: skjult af hensyn til enkeltpersoner.
document-sign-secondary = *: skjult, fordi et skjult tal ellers kunne regnes ud.
document-sign-revised = r: rettet siden sidste udgave.
document-events = Hændelser og databrud
document-no-events = Ingen i perioden.
document-all-units = Alle enheder
document-event = Hændelse
document-break = Databrud
document-day = Dato
document-unit = Enhed
document-what = Hvad
document-kind = Art
document-coverage = Datadækning
document-coverage-months = Indberettet
document-balance = Sager, der ikke går op
document-balance-fits = ingen
document-revisions = Rettelser siden sidste udgave
document-no-revisions = Ingen trykte tal er ændret.
document-old = Før
document-new = Nu
document-why = Begrundelse
document-reason = { $letter }: { $why }
document-definitions = Definitioner
document-chart-numbers = Tal bag diagrammerne
document-numbers-by-month = { $unit }: { $figure }, pr. måned
document-numbers-by-half-year = { $unit }, pr. halvår
document-year = År
document-source = Kilde: { $municipality }s egne månedstal, udtrukket { $day }. Datagrundlag nr. { $entry }.
document-source-alone = Kilde: egne månedstal, udtrukket { $day }. Datagrundlag nr. { $entry }.
document-case-presentation = Sagsfremstilling
document-case-economy = Økonomiske konsekvenser
document-case-law = Lovgrundlag
document-case-recommendation = Indstilling
document-case-attachments = Bilag
document-case-nothing = Ikke udfyldt.
document-chart-title = { $figure }: { $value }
document-chart-title-compared = { $figure }: { $value }, mod { $old } et år før
document-chart-title-none = { $figure }
document-chart-title-month = { $figure }: { $value } i { $month }{ $place }
document-chart-place = { $place ->
    [above] , over { $target }
    [below] , under { $target }
   *[within] , inden for { $target }
}
document-by-half-year = { $figure }, pr. halvår · { $unit }
document-by-month = { $figure }, pr. måned · { $unit }
document-half-year = Halvår
document-month = Måned
document-sheet = Ark
document-sheet-front = Oversigt
document-sheet-charts = Diagrammer
document-sheet-definitions = Definitioner
document-see-sheet = Arket { $sheet }
document-sign = Tegn
document-table = Tabel
document-term = Begreb
document-meaning = Betydning
document-column-table = Tabel
document-column-row = Række
document-column-column = Kolonne
document-column-shown = Vist
document-column-number = Tal
document-column-unit = Måles i
document-column-mark = Mærke
document-file = Halvårsoversigt { $half }
document-file-internal = Halvårsoversigt { $half } kun internt

# Findings.
finding-median = median
finding-mean = gennemsnit
finding-wait-lead-change = { $way ->
    [up] { $unit }: ventetiden er steget fra { $old } til { $new } { $unit-word }
    [down] { $unit }: ventetiden er faldet fra { $old } til { $new } { $unit-word }
   *[same] { $unit }: ventetiden er uændret { $new } { $unit-word }
}
finding-wait-lead = { $unit }: ventetiden er { $new } { $unit-word }
finding-wait-compared = ({ $measure } for dem, der begyndte) mod samme halvår året før.
finding-wait-alone = ({ $measure } for dem, der begyndte i halvåret).
finding-chance-more = { $way ->
    [up] Stigningen er mere end tilfældig variation.
    [down] Faldet er mere end tilfældig variation.
   *[same] { "" }
}
finding-chance-within = { $way ->
    [up] Stigningen er inden for tilfældig variation.
    [down] Faldet er inden for tilfældig variation.
   *[same] { "" }
}
finding-chance-pattern = { $way ->
    [up] Stigningen alene er inden for tilfældig variation, men månederne danner et mønster.
    [down] Faldet alene er inden for tilfældig variation, men månederne danner et mønster.
   *[same] { "" }
}
finding-within-target = { $share } begyndte inden for { $target }.
finding-caseload-lead = { $unit }: { $value } sager pr. årsværk
finding-caseload-target = { $place ->
    [above] i gennemsnit i halvåret, over { $target }.
    [below] i gennemsnit i halvåret, under { $target }.
   *[within] i gennemsnit i halvåret, inden for { $target }.
}
finding-caseload-alone = i gennemsnit i halvåret.
finding-caseload-last = Ved halvårets slutning { $value }.
finding-caseload-compared = { $way ->
    [up] Samme halvår året før var det { $old }, altså færre.
    [down] Samme halvår året før var det { $old }, altså flere.
   *[same] Det er som samme halvår året før.
}
finding-stock-lead = { $unit }: { $cases } sager
finding-stock-lead-waiting = { $unit }: { $cases } sager og { $waiting } ventende
finding-stock-change = { $way ->
    [up] ved halvårets slutning, { $size } sager flere end ved udgangen af { $since }.
    [down] ved halvårets slutning, { $size } sager færre end ved udgangen af { $since }.
   *[same] ved halvårets slutning, det samme som ved udgangen af { $since }.
}
finding-stock-alone = ved halvårets slutning.
finding-flow-change = { $way ->
    [up] { $figure } er steget fra { $old } til { $new } på et år; det er mere end tilfældig variation.
   *[down] { $figure } er faldet fra { $old } til { $new } på et år; det er mere end tilfældig variation.
}

# Definitions, in the words of the contract.
definition-chance-term = Mere end tilfældig variation
definition-chance = Forskellen mellem to halvår er så stor, at tilfældet alene kun sjældent (i færre end 1 af 20 tilfælde) ville give den.
definition-signal-term = Signal i en måneds-serie
definition-signal = Usædvanligt mange måneder i træk på samme side af medianen, eller usædvanligt få krydsninger af den (Anhøjs regler).

# The document on the command line.
cli-document-failed = Oversigten kunne ikke skrives: { $why }.
    .safe = Der er ikke ændret nogen fil.
usage-document-half = Formatet { $what } er et helt halvår.
    .advice = Brug --half.
usage-committee = Udvalget { $what } findes ikke i filen.
usage-day = "{ $what }" er ikke en dato.
    .advice = Skriv den som 2026-10-12.
usage-order = "{ $what }" er ikke en rækkefølge.
    .advice = Brug overview eller case.
usage-assessments = Filen med faglige vurderinger kan ikke læses: { $what }.
    .advice = Skriv en linje pr. enhed: FTI = "tekst".
usage-case-number = Sagsnummeret kan ikke bruges. { $what }
usage-assessment = En faglig vurdering kan ikke bruges. { $what }
document-file-name = halvårsoversigt
document-charts-folder = diagrammer
document-failed = Oversigten kunne ikke laves: { $why }. Filen med tal er ikke berørt.

# The page.
half-year-no-committee = Intet udvalg valgt
half-year-case-number = Sagsnummer
half-year-department = Område, over titlen
half-year-order = Rækkefølge
half-year-order-overview = Oversigt
half-year-order-case = Udvalgssag
half-year-kept = Teksterne huskes for { $committee }
half-year-files = Filer
half-year-folder = Mappe
half-year-folder-hint = Samme mappe som filen med tal
half-year-writing = Skriver …
half-year-cancel = Annuller
half-year-package = Udgivelsespakke
half-year-copy = Kopiér sagsfremstilling
half-year-print = Udskriv
half-year-painting = Sætter siderne op …
half-year-page-name = Side { $n } af { $all }
half-year-written = Skrevet: { $what }
half-year-unwritten = Filen kunne ikke skrives ({ $what }). Det, der lå der før, er uændret. Vælg en anden mappe, eller gør plads på disken.
half-year-lost = Filen kunne ikke laves. Det, der lå der før, er uændret. Prøv igen.
half-year-no-viewer = PDF-filen kunne ikke åbnes ({ $what }). Gem den med knappen PDF, og åbn den selv.
