# Master data.

register-section-units = Enheder
register-section-caseworkers = Rådgivere
register-section-targets = Måltal
register-section-events = Hændelser
register-section-committees = Udvalg
register-section-log = Ændringslog
register-section-settings = Indstillinger

register-add = Tilføj
register-save = Gem
register-cancel = Annullér
register-edit = Ret
register-delete = Slet
register-needed = Skal udfyldes
register-since = siden { $from }
register-saving = Gemmer …
register-saved = Gemt
register-choose = Vælg i listen for at se og rette
register-search = Søg
register-search-nothing = Intet passer til søgningen
register-suggestions = Forslag
register-nothing-yet = Intet endnu
register-before-begin = Ligger før begyndelsen
register-reason = Begrundelse
register-reason-hint = Halvårsoversigten er udsendt; begrundelsen kommer med i listen over rettelser

# Units.
register-new-unit = Ny enhed
register-edit-unit = Ret enheden
register-rename-unit = Nyt navn fra en måned
register-close-unit = Nedlæg enheden
register-no-units = Ingen enheder endnu
register-closed-chip = Til { $month }
register-part-names = Navne
register-part-contents = Indhold
register-count-caseworkers = { $n ->
    [one] 1 rådgiver
   *[other] { $n } rådgivere
}
register-count-figures = Månedstal
register-count-episodes = { $n ->
    [one] 1 plads i ventelisteregistret
   *[other] { $n } pladser i ventelisteregistret
}
register-lane-name = Navn
register-lane-register = Venteliste
register-rename-lead = Tallene følger med. Det gamle navn står ved de måneder, det gjaldt.
register-rename-event = Nyt navn: { $name }
register-close-lead = Enheden beholder sin historie. Efter den sidste måned kan der ikke indberettes tal. Tomt felt åbner den igen.
register-counts-child = børn
register-counts-family = familier
register-counts-citizen = borgere
register-reporting-by-caseworker = Pr. rådgiver
register-reporting-by-unit = Samlet for enheden
register-waiting-none = Ingen venteliste
register-waiting-kept = Har venteliste
register-short-by-caseworker = tæller pr. rådgiver
register-short-by-unit = tæller samlet
register-short-waiting = venteliste

# Caseworkers.
register-new-caseworker = Ny rådgiver
register-no-caseworkers = Ingen rådgivere endnu
register-left-chip = Stoppet { $month }
register-starts-chip = Begynder { $month }
register-holding = sagsbærende
register-not-holding = ikke sagsbærende
register-hours = { $hours } timer om ugen
register-hours-weight = { $hours } timer om ugen, vægt { $weight }
register-move = Flyt til en anden enhed
register-move-lead = Sagstallene til og med måneden før bliver i den gamle enhed. Timerne følger med.
register-move-nowhere = Der er ingen anden enhed, der tæller pr. rådgiver.
register-leave-unit = Stopper i enheden
register-leave-lead = Tallene til og med den sidste måned bliver stående. Tomt felt betyder, at rådgiveren fortsætter.
register-edit-name = Ret initialer og navn
register-part-presence = I enheden
register-new-presence = Ny periode
register-edit-presence = Ret perioden
register-part-terms = Timer og vægt
register-new-terms = Nye timer fra en måned
register-edit-terms = Ret timerne
register-no-terms = Ingen timer endnu: årsværk kan ikke regnes ud
register-part-absence = Fravær
register-new-absence = Meld fravær
register-edit-absence = Ret fraværet
register-no-absence = Intet fravær
register-absence-leave = Orlov
register-absence-sick = Langtidssyg
register-lane-unit = Enhed
register-lane-hours = Timer
register-lane-absence = Fravær
register-erase = Slet personoplysninger …
register-erase-lead = Initialer og navn overskrives med et kodenavn, også i ændringsloggen. Teamets tal bliver stående. Det kan ikke fortrydes, og det, der ligger før i ændringsloggen, kan ikke længere fortrydes. Der lægges først en sikkerhedskopi; bagefter ser du, hvilke kopier der stadig indeholder { $initials }.
register-erase-hint = Skriv { $initials } for at bekræfte
register-erase-now = Slet for altid

# Targets.
register-new-target = Nyt måltal
register-edit-target = Ret måltallet
register-no-targets = Ingen måltal endnu
register-metric-caseload = Sager pr. årsværk
register-metric-wait = Ventetid
register-at-most = højst { $limit }
register-at-least = mindst { $limit }
register-in-force-chip = Gælder nu
register-later-chip = Gælder senere
register-limit-needed = Skriv en øvre eller en nedre grænse
register-limit-order = Den øvre grænse ligger under den nedre
register-target-ds-2020 = 20–30 sager pr. årsværk
register-target-ds-2020-source = Dansk Socialrådgiverforenings vejledende sagstal, februar 2020
register-target-ds-2015 = 25–35 sager pr. årsværk
register-target-ds-2015-source = Dansk Socialrådgiverforenings vejledende sagstal, 2015
register-target-ds-2007 = 30–45 sager pr. årsværk
register-target-ds-2007-source = Dansk Socialrådgiverforenings vejledende sagstal, 2007
register-target-law-20 = Børnefaglig undersøgelse inden 4 måneder
register-target-law-20-source = Barnets lov § 20: børnefaglig undersøgelse afsluttes inden 4 måneder
register-target-law-95 = Første opfølgning inden 3 måneder
register-target-law-95-source = Barnets lov § 95: første opfølgning på en indsats inden 3 måneder
register-target-own-limit = Kommunens egen frist
register-target-own-limit-source = Kommunens offentliggjorte sagsbehandlingsfrist (retssikkerhedsloven § 3)

# Events.
register-new-event = Ny hændelse
register-edit-event = Ret hændelsen
register-no-events = Ingen hændelser endnu
register-break-chip = Databrud
register-law-word = Barnets lov, 1. januar 2024
register-law-title = Barnets lov træder i kraft
register-law-source = Databrud for alle enheder

# Committees.
register-new-committee = Nyt udvalg
register-edit-committee = Ret udvalget
register-no-committees = Ingen udvalg endnu

# Settings.
register-wait-unit-weeks = Uger
register-wait-unit-months = Måneder
register-wait-unit-days = Dage
register-week-range = Fra 1 til 60 timer
register-deadline-range = En dag fra 1 til 28
register-weight-range = Et tal over 0 og højst 100

# Fields.
register-field-code = Kode
register-field-name = Navn
register-field-from = Fra måned
register-field-to = Til og med måned
register-field-counts = En sag tæller
register-field-reporting = Sager tælles
register-field-waiting = Venteliste
register-field-register-from = Register fra måned
register-field-mark = Markér i diagrammerne
register-field-break = Databrud
register-field-initials = Initialer
register-field-full-name = Fulde navn
register-field-for-unit = Gælder for
register-field-unit = I enheden
register-field-hours = Timer om ugen
register-field-weight = Vægt
register-field-case-holding = Sagsbærende
register-field-kind = Slags
register-field-first-day = Fra
register-field-last-day = Til og med
register-field-confirm = Bekræft
register-field-metric = Måler
register-field-lower = Nedre grænse
register-field-upper = Øvre grænse
register-field-valid-from = Gælder fra
register-field-source = Kilde
register-field-day = Dato
register-field-title = Hvad skete der
register-field-committee-code = Forkortelse
register-field-municipality = Kommune
register-field-caseworker-label = Ord for rådgiver
register-field-language = Sprog i dokumenter
register-field-standard-week = Timer på fuld tid
register-field-threshold = Skjul antal under
register-field-least-months = Mindste antal måneder
register-field-deadline-day = Frist, dag i måneden
register-field-wait-unit = Ventetid vises i
register-field-weight-simple = Vægt, enkel sag
register-field-weight-complex = Vægt, kompleks sag
register-field-weight-very-complex = Vægt, meget kompleks

# What a field is for.
register-hint-code = Kort og entydig: BFA, FH, FTI
register-hint-month = Fx sep 2026 eller 2026-09
register-hint-last = Tomt felt: fortsætter
register-hint-day = Fx 1.9.2026
register-hint-last-day = Tomt felt: slutter ikke endnu
register-hint-full-name = Kan undlades; initialerne vises
register-hint-hours = Fuld tid er { $hours } timer
register-hint-weight = 1 tæller fuldt; en nyansat kan tælle 0,6
register-hint-case-holding = Tæller med i årsværk
register-hint-break = Tal før og efter sammenlignes ikke
register-hint-register-from = Tidligere måneder beholder de indtastede tal
register-hint-limit = Sager pr. årsværk; en ventetid i { $unit }
register-hint-source = Hvor måltallet kommer fra
register-hint-title = Står ved stregen i diagrammerne
register-hint-committee = Fx BUU
register-hint-caseworker-label = Fx socialrådgiver; tomt felt: rådgiver
register-hint-language = Vinduets sprog vælges under Visning
register-hint-standard-week = Et årsværk
register-hint-threshold = I udvalgets oversigt
register-hint-least-months = For et halvårsgennemsnit
register-hint-deadline = Nævnes, når der mangler tal

# Dates as they are typed.
typed-not-a-date = Skriv en dato, fx 1.9.2026
typed-not-a-month = Skriv en måned, fx sep 2026
typed-no-year = Skriv også årstallet
typed-no-such-day = Den dato findes ikke i kalenderen

# The change log page and stepping back.
refusal-touched-later = Skridt { $entry } af { $user } ({ $at }) har siden rørt det samme.
    .advice = Tag det skridt tilbage først, eller ret til det rigtige tal.
refusal-final-since = Skridt { $entry } kan ikke fortrydes, og det, der ligger før det, bliver stående.
    .advice = Ret til det rigtige tal i stedet.
refusal-not-in-effect = Skridt { $entry } gælder ikke længere: det er fortrudt, eller det er selv en fortrydelse.
log-back-to = Tilbage til skridt { $entry }
log-erased = Personoplysninger slettet; personen hedder nu { $name }
log-title = Ændringslog
log-column-entry = Skridt
log-column-at = Tidspunkt
log-column-user = Hvem
log-column-source = Hvorfra
log-column-kind = Slags
log-column-unit = Enhed
log-column-person = Rådgiver
log-column-month = Måned
log-column-what = Hvad
log-column-before = Før
log-column-after = Efter
log-column-reason = Begrundelse
log-column-detail = Kilde
log-source-window = Vindue
log-source-command-line = Kommandolinje
log-kind-did = ændring
log-kind-undid = fortrudt { $of }
log-kind-redid = gendannet { $of }
log-kind-final = kan ikke fortrydes
log-anybody = Alle personer
log-any-caseworker = Alle rådgivere
log-any-time = Hele perioden
log-time-today = I dag
log-time-week = Seneste 7 dage
log-time-month = Seneste 30 dage
log-time-year = Seneste 12 måneder
log-filter-unit = Enhed i loggen
log-filter-user = Rettet af
log-filter-person = { $who } i loggen
log-filter-time = Tidsrum
log-take-back = Tag skridtet tilbage
log-go-back = Tilbage til hertil
log-go-back-hint = Alt efter dette skridt tages tilbage som ét nyt skridt, der selv kan fortrydes
log-export = Gem som CSV …
log-shown = { $shown } af { $all } skridt
log-empty = Intet passer
log-changes-more = … og { $n } ændringer mere
log-choose = Vælg et skridt for at se, hvad der blev ændret
log-file-name = ændringslog
cli-log-written = Ændringsloggen er gemt: { $path }
cli-erased = Personoplysningerne er slettet. Personen hedder nu { $name }. Det kan ikke fortrydes.
cli-erased-copies = Disse kopier indeholder stadig personen. Slet dem, når de ikke længere skal bruges:
cli-erased-unknown = (kunne ikke læses)
cli-erased-texts = Navnet står også i tekst, som nogen selv har skrevet. Ret den:
cli-nobody-called = Ingen rådgiver har initialerne { $initials }.
cli-several-caseworkers = Flere rådgivere har initialerne { $initials }.
    .advice = Angiv --unit.

# What settings are called in the log.
setting-standard-week = timer på fuld tid
setting-suppression-threshold = skjul antal under
setting-least-months = mindste antal måneder
setting-deadline-day = frist, dag i måneden
setting-language = sprog
setting-municipality = kommune
setting-weights = vægte
setting-wait-unit = ventetid vises i
setting-caseworker-label = ord for rådgiver
log-csv-kind = CSV-filer
setting-accepted-remarks = godkendte bemærkninger

# The waiting-list register.
register-section-episodes = Venteliste
register-new-episode = Ny plads
register-edit-episode = Ret pladsen
register-no-episodes = Ingen pladser på ventelisten endnu
register-episode-wait = visiteret { $day }, { $n } dage
register-started-today = Påbegyndt i dag
register-withdrawn-today = Frafaldet i dag
register-one-end = En plads kan ikke både være påbegyndt og frafaldet
register-block-line = Linje { $line }: { $why }
register-field-reference = Løbenummer
register-field-offer = Indsats
register-field-approved = Visiteret
register-field-started = Påbegyndt
register-field-withdrawn = Frafaldet
register-field-block = Eller flere linjer
register-hint-reference = Et anonymt løbenummer, aldrig et CPR-nummer
register-hint-block = Indsæt fra regneark: løbenummer, indsats, visiteret, påbegyndt, frafaldet
