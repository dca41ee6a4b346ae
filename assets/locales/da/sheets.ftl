# Hvor noget står i et regneark.
import-at-cell = Celle { $line }: { $what }
import-at-cell-column = Celle { $line }, kolonne "{ $column }": { $what }
import-at-sheet = Arket "{ $line }": { $what }
import-at-sheet-column = Arket "{ $line }", kolonne "{ $column }": { $what }
import-at-lines = Linje { $line }: { $what }
import-at-lines-column = Linje { $line }, kolonne "{ $column }": { $what }
import-place-lines = linje { $lines }
import-place-column = kolonne { $column }

# Afviste celler i regneark.
value-error-cell = er en fejl i regnearket. Ret formlen, eller skriv tallet.
reason-unsaved-formula = Cellen har en formel, men arket er gemt uden dens resultat. Åbn og gem filen i regnearksprogrammet.
value-date-for-number = er en dato, hvor der skulle stå et tal. Regneark gør "4-5" til en dato; skriv tallet igen.
value-merged-number = står i en flettet celle, der dækker flere måneder eller rækker. Opdel cellen, og skriv tallene hver for sig.
value-not-a-figure = er ikke et tal, der kan gemmes her.
value-conflict-cell = står også i { $cell } som "{ $value }". Behold det rigtige tal.

# Det, der skal fortælles, før arket kan forstås.
reason-unit-not-told = Arket fortæller ikke, hvilken enhed tallene hører til. Vælg enheden.
reason-month-not-told = Tallene fortæller ikke, hvilken måned de er fra. Vælg måneden.
reason-year-not-told = Arket fortæller ikke, hvilket år månederne hører til. Angiv året.
reason-figure-not-told = Arket fortæller ikke, hvad tallene tæller. Vælg tallet, fx Sager eller Ventende.
reason-wait-unit-not-told = Arket fortæller ikke, om ventetiden er i dage, uger eller måneder. Vælg enheden for ventetid.
reason-no-such-sheet = Projektmappen har intet ark, der hedder "{ $name }".

# Afviste projektmapper.
reason-damaged = Filen er beskadiget eller ikke hel og kan ikke læses. Hent eller gem den igen.
reason-protected = Filen er beskyttet med adgangskode. Fjern adgangskoden i regnearksprogrammet, og prøv igen.
reason-binary-workbook = Filen er en binær projektmappe (XLSB). Gem den som XLSX.
reason-web-page = Filen er en webside (HTML), selv om den har et andet efternavn. Åbn den i regnearksprogrammet, og gem den som XLSX.
reason-entities = Filen indeholder henvisninger, der ikke hører til i et regneark, og er ikke åbnet.
reason-inflates = Filen fylder for meget, når den pakkes ud. Den er ikke læst.
reason-file-too-large = Filen er større end { $most } MB.
reason-too-many-entries = Filen har flere end { $most } dele.
reason-too-many-cells = Filen har flere end { $most } udfyldte celler.
reason-far-cell = Der står noget i cellen { $name }, langt uden for en almindelig tabel. Slet den, eller kopier tabellen til et nyt ark.

# Sprunget over i regneark og lister.
skip-banner = Overskrift over en del af arket.
skip-note = Note; ikke indlæst.
skip-repeated-heading = Overskriften gentages; ikke indlæst.
skip-sheet-without-figures = Arket har ingen tal; ikke indlæst.
skip-hidden-sheet = Arket er skjult; ikke indlæst. Navngiv det for at få det med.
skip-sheet-not-chosen = Arket er ikke valgt.
skip-not-a-number = Ikke et tal; ikke indlæst.
skip-unknown-figure = Rækken er ikke et af de tal, der gemmes; ikke indlæst.
skip-unknown-caseworker = Ikke en kendt rådgiver; ikke indlæst.
skip-not-month-end = Ikke den sidste dag i en måned; ikke indlæst.

# Bemærkninger til regneark og lister.
remark-heading-like = Kolonnen "{ $heading }" er læst som { $column }.
remark-unit-like = Enheden "{ $name }" er læst som { $unit }.
remark-caseworker-like = Rådgiveren "{ $name }" er læst som { $initials }.
remark-looks-like = "{ $initials }" ligner { $known }. Se efter, om det er den samme.
remark-hidden-rows = { $count ->
    [one] En skjult række er læst med.
   *[other] { $count } skjulte rækker er læst med.
}
remark-year-1904 = Projektmappen tæller datoer fra 1904; de er læst derefter. Se månederne efter.
remark-filled-down = Tomme felter i kolonnen "{ $column }" er læst som feltet over dem.
remark-short-years = "{ $from }" er læst som { $to }. Se månederne efter.
remark-footnote-mark = "{ $from }" er læst som { $to }. Se efter, hvad fodnoten siger.
remark-no-headings = Kolonnerne har ingen overskrifter. De er forstået ud fra det, der står i dem. Se de første tal efter.
remark-english-numbers = Tallene er skrevet med decimalpunktum og læst derefter.
remark-months-as-days = Måneder er regnet om til dage (30,4 dage pr. måned).

# Hvad en kolonne kan være.
sheet-column-ignore = Bruges ikke
sheet-column-month = Måned
sheet-column-year = År
sheet-column-unit = Enhed
sheet-column-caseworker = Rådgiver
sheet-column-figure-name = Tallets navn
sheet-column-cases = Sager
sheet-column-unallocated = Ufordelte
sheet-column-opened = Tilgang
sheet-column-closed = Afgang
sheet-column-net-transferred = Nettoflytning
sheet-column-waiting = Ventende
sheet-column-started = Påbegyndte
sheet-column-withdrawn = Frafald
sheet-column-mean-days-started = Ventetid, påbegyndte
sheet-column-mean-days-so-far = Ventet indtil nu
sheet-column-longest-days = Længste ventetid
sheet-column-other = Tal

# Kortlægninger.
mapping-unreadable = Kortlægningen kan ikke læses: { $reason }.
    .safe = Intet er indlæst.
mapping-unknown-word = Kortlægningen siger "{ $value }" under { $key }, og det kendes ikke.
    .safe = Intet er indlæst.
