# Figures: what they are called, and what is said beside them.
figure-cases = Sagsantal ultimo
figure-opened = Tilgang
figure-closed = Afgang
figure-net-transferred = Nettoflytning
figure-balance-error = Uoverensstemmelse
figure-fte = Sagsbærende årsværk
figure-caseload = Sager pr. rådgiver (årsværk)
figure-caseload-headcount = Sager pr. ansat
figure-caseload-half-year = Sager pr. rådgiver, gennemsnit
figure-above-norm-share = Andel over normen
figure-posts-short = Manglende årsværk
figure-weighted-caseload = Vægtet sagstal
figure-approved = Visiterede
figure-started = Påbegyndte
figure-withdrawn = Frafald
figure-wait-started-mean = Ventetid, påbegyndte
figure-wait-started-median = Ventetid, påbegyndte, median
figure-wait-started-p90 = Ventetid, påbegyndte, 90-percentil
figure-within-target-started = Påbegyndte inden for mål
figure-waiting = Antal ventende ultimo
figure-wait-so-far-mean = Ventet indtil nu
figure-wait-so-far-median = Ventet indtil nu, median
figure-wait-so-far-p90 = Ventet indtil nu, 90-percentil
figure-wait-so-far-longest = Ventet indtil nu, længst
figure-within-target-waiting = Ventende inden for mål
figure-km-median = Forventet ventetid (median)
figure-clearance-time = Afviklingstid
figure-coverage = Datadækning
figure-transfer-error = Flytninger, der ikke går op
unit-days = dage
unit-weeks = uger
unit-months = måneder
months-of = { $expected ->
    [one] { $used } af { $expected } måned
   *[other] { $used } af { $expected } måneder
}
caseworkers-of = { $expected ->
    [one] { $reported } af { $expected } rådgiver
   *[other] { $reported } af { $expected } rådgivere
}
above-weeks = >{ $weeks } uger
cases-without-fte = { $n ->
    [one] { $shown } sag uden sagsbærende rådgiver
   *[other] { $shown } sager uden sagsbærende rådgiver
}
no-starts = ingen opstart
withheld = utilstrækkeligt grundlag
approximately = ca. { $value }
percentage-points = { $value } pct.point
reason-not-reported = ikke indberettet
reason-caseworkers-unreported = ikke alle rådgivere har indberettet
reason-unallocated-unreported = ufordelte sager er ikke indberettet
reason-employment-missing = timetal mangler for en rådgiver
reason-mean-not-reported = ventetiden er ikke indberettet
reason-months-incomplete = måneder mangler
reason-too-few-months = for få måneder
reason-no-fte = ingen sagsbærende årsværk
reason-nobody-holds-cases = ingen har sager
reason-too-few-caseworkers = for få rådgivere
reason-no-target = intet måltal
reason-split-not-typed = sagstyngde er ikke indtastet
reason-nobody-waiting = ingen venter
reason-nobody-started = ingen påbegyndt
reason-no-starts = ingen opstart
reason-no-register = ingen venteliste med enkelte forløb
reason-typed-means-only = kun gennemsnit indtastet
reason-bands-only = kun ventetidsbånd indtastet
reason-bands-differ = bånd med forskellige grænser
reason-open-top-band = i det åbne øverste bånd
reason-not-reached = under halvdelen er påbegyndt
reason-no-cohort = ingen visiterede
reason-series-break = databrud
reason-current-missing = tallet mangler
reason-base-missing = intet tal at sammenligne med
reason-incomplete = ufuldstændige måneder
reason-base-too-small = for lille grundlag til procent
reason-out-of-range = for stort tal
reason-fewer-than-10-points = for få punkter
reason-median-is-minimum = medianen er den laveste værdi
number-not-a-number = Det er ikke et tal
number-too-many-digits = Højst ni cifre
number-too-many-decimals = Højst tre decimaler
number-not-whole = Skriv et helt tal
number-grouping = Punktum skiller tusinder: 1.234. Skriv komma før decimaler: 33,5
number-minus-sign = Skriv minus som bindestreg
figure-with-unit = { $figure } ({ $unit })
unit-counts-child = opgjort i børn
unit-counts-family = opgjort i familier
unit-counts-citizen = opgjort i borgere
status-ok = hel
status-partial = delvis
status-missing = mangler
status-withheld = tilbageholdt
status-not-computable = kan ikke beregnes
measured-in-count = antal
measured-in-ratio = pr. årsværk
measured-in-fte = årsværk
measured-in-headcount = pr. ansat
measured-in-share = andel (0-1)
measured-in-days = dage
measured-in-weeks = uger
measured-in-months = enhedsmåneder
measured-in-errors = måneder
