# The command line. Verbs and options are English, what it says is Danish.
cli-made = Lavet: { $path }
cli-line = Linje { $n }
cli-saved = Gemt: { $unit } { $month } { $figures }
cli-unchanged = Uændret: { $unit } { $month } { $figures }
cli-saved-lines = Gemt: { $n } indberetninger.
cli-unknown-unit = Enheden { $code } findes ikke i filen.
    .safe = Intet er gemt.
    .advice = Filen har: { $codes }
cli-unknown-caseworker = Rådgiveren { $initials } findes ikke i { $unit }.
    .safe = Intet er gemt.
    .advice = Opret rådgiveren først.
cli-not-a-month = "{ $text }" er ikke en måned.
    .safe = Intet er gemt.
    .advice = Skriv den som 2026-09.
cli-nothing-saved = Intet er gemt.
cli-not-a-number = "{ $value }": { $why }.
    .safe = Intet er gemt.
cli-nothing-to-undo = Der er ikke mere at fortryde.
cli-nothing-to-redo = Der er ikke mere at gendanne.
cli-sound = Filen er i orden. Ændringsloggen har { $entries } skridt, og de fører til de tal, der står i filen.
cli-balance = Bemærk: { $unit } { $month } stemmer ikke: primo + tilgang - afgang + nettoflytning afviger { $error } fra ultimo.
cli-entries-missing = Ændringsloggen har { $found } skridt; der skulle være mindst { $least }.
cli-backed-up = Sikkerhedskopi lavet og læst efter: { $path }
cli-restored = Gendannet: { $path }. Det, der lå der før, er gemt som { $kept }
cli-written = Skrevet: { $path }
cli-exported = Udlæst { $files } tabeller til { $path }
cli-no-display = Vinduet kan ikke åbnes her: { $why }.
    .safe = Filen er uændret.
    .advice = Kør på en maskine med skærm, eller brug kommandolinjen, for eksempel: sagstakt overview --db FIL --half 2026H1
cli-import-file = { $file }: læst { $read }, nye { $new }, ændrede { $changed }, uændrede { $unchanged }, afvist { $refused }, sprunget over { $skipped }
cli-import-unknown-file = { $file }: sprunget over; filnavnet kendes ikke
cli-import-skipped = { $n } sprunget over: { $what }
cli-import-more = og { $n } mere
cli-import-refused = { $refused ->
    [one] { $refused } række eller celle
   *[other] { $refused } rækker eller celler
} kan ikke bruges.
    .safe = Intet er indlæst.
    .advice = Ret filen, eller indlæs resten med --accept-partial.
cli-import-done = Indlæst som ét skridt: { $new } nye, { $changed } ændrede.
cli-import-partial = Indlæst som ét skridt: { $new } nye, { $changed } ændrede. { $refused } rækker eller celler er udeladt.
cli-import-nothing = Der er intet nyt i filerne. Intet er ændret.
cli-import-dry = Prøvekørsel: intet er indlæst.

usage-unknown-verb = "{ $what }" er ikke en kommando, og der er ingen fil af det navn.
    .advice = Se sagstakt help.
usage-unknown-option = { $what } kendes ikke her.
    .advice = Se sagstakt help.
usage-value-missing = { $what } skal følges af en værdi.
usage-value-not-text = { $what } kan ikke læses som tekst.
usage-twice = { $what } står mere end én gang, eller har en værdi, den ikke skal have.
usage-missing = { $what } mangler.
usage-name-missing = Der mangler en fil efter { $what }.
usage-surplus = "{ $what }" er der ikke brug for her.
usage-language = "{ $what }" er ikke et sprog her.
    .advice = Brug da eller en.
usage-wait = "{ $what }" er ikke et antal sekunder fra 0 til 3600.
usage-size = "{ $what }" er ikke en størrelse.
    .advice = Skriv den som 1280x800.
usage-number = "{ $what }" er ikke et helt tal.
usage-quotes = Et anførselstegn er ikke lukket: { $what }
usage-figure = "{ $what }" er ikke et tal, der kan indberettes.
    .advice = Brug cases, simple, complex, very_complex (med --caseworker) eller cases, unallocated, opened, closed, net_transferred, waiting, started, withdrawn, mean_days_started, mean_days_so_far, longest_days, for eksempel cases=41.
usage-no-figures = Der er ingen tal at gemme.
    .advice = Skriv for eksempel { $what }.
usage-split = Opdelingen skal gives helt: { $what }
usage-format = "{ $what }" er ikke et format her.
    .advice = Brug text, json, csv, pdf, docx, xlsx, html eller zip.
usage-dialect = "{ $what }" er ikke en dialekt.
    .advice = Brug danish eller plain.
usage-profile = "{ $what }" er ikke en profil.
    .advice = Brug internal eller committee.
usage-committee-not-yet = Et udtræk af alle tabeller kan ikke vises for et udvalg.
    .safe = Intet er skrevet.
    .advice = Brug overview --profile committee til det, udvalget må se.
usage-json-and-format = Vælg enten --json eller --format { $what }, eller skriv også --out FIL.
    .safe = Intet er skrevet.
usage-only-document = { $what } bruges kun i et dokument: skriv også --profile committee, eller --format pdf, docx, xlsx, html eller zip.
    .safe = Intet er skrevet.
usage-document-unit = { $what } kan ikke bruges her: dokumentet har alle enheder.
    .safe = Intet er skrevet.
usage-not-in-tables = { $what } har ingen virkning her: i det format står der kun tal. Skriv for eksempel --format pdf.
    .safe = Intet er skrevet.
usage-edition-as-it-was = { $what } kan ikke bruges sammen med --edition: en udsendt udgave gives, som den var.
    .safe = Intet er skrevet.
usage-only-csv = { $what } bruges kun sammen med --format csv.
    .safe = Intet er skrevet.
usage-not-in-kind = { $what } har ingen virkning på den slags diagram.
    .safe = Intet er skrevet.
usage-only-png = { $what } bruges kun til PNG.
    .safe = Intet er skrevet.
usage-only-withdraw = { $what } bruges kun sammen med --withdraw.
    .safe = Intet er ændret.
usage-diff-or-withdraw = { $what } og --diff kan ikke bruges sammen.
    .safe = Intet er ændret.
usage-not-both = Vælg én af dem: { $what }.
    .safe = Intet er ændret.
usage-log-whole = { $what } kan ikke bruges til CSV: filen har hele ændringsloggen.
    .safe = Intet er skrevet.
usage-log-format = "{ $what }" er ikke et format her.
    .advice = Brug text eller csv, eller --json.
usage-only-undo-entry = { $what } bruges kun sammen med --entry eller --to.
    .safe = Intet er ændret.
usage-no-sheet = { $what } bruges ikke: ingen af filerne har det ark.
    .safe = Intet er indlæst.
usage-no-list = { $what } bruges ikke: filerne er tabeller i programmets egen form og siger selv, hvad der står.
    .safe = Intet er indlæst.
usage-one-period = Vælg én periode: --half, --month, --quarter eller --year.
usage-period = "{ $what }" er ikke en periode.
    .advice = Skriv 2026H1, 2026-09, 2026Q3 eller 2026.
usage-keep-or-replace = Vælg enten --keep eller --replace.

help = sagstakt: sager pr. rådgiver og ventetider, måned for måned, og halvårsoversigter af dem

    Uden kommando åbnes vinduet: sagstakt [FIL] [--page overview|entry|caseload|waiting|half-year|register]
    {"       ["}--theme system|light|dark] [--size 1280x800]

    demo [--out FIL]                     eksemplet som en fil; uden --out vises oversigten, og vinduet åbnes
    new FIL [--empty]                    ny fil med tre enheder, eller tom
    import STI... --db FIL               regneark (XLSX, XLSM, XLS, ODS), lister (CSV, TXT) eller en mappe med dem
    {"       ["}--dry-run] [--keep|--replace] [--create] [--accept-partial] [--reason TEKST]
    {"       ["}--sheet ARK] [--mapping M.toml]   hvilket ark, og hvad der ikke kan ses af filen
    record --db FIL --unit FTI --month 2026-09 [--caseworker AB] cases=41 opened=6 ...
    {"       ["}--reason TEKST] [--wait S] [--ack-file A]
    record - --db FIL [--ack-file A]     én indberetning pr. linje fra standardinput
    chart --db FIL --unit KODE --out F.svg   eller F.png; --figure caseload, --from 2023-01, --to 2026-10, --scale 2
    {"       ["}--kind run|xmr|bars|half-years|flow|week-bands|strip|heat|panels]
    overview --db FIL --half 2026H1      også --month 2026-09, --quarter 2026Q3, --year 2026
    {"       ["}--unit FTI] [--format text|json|csv] [--dialect danish|plain] [--out F]
    {"       ["}--format pdf|docx|xlsx|html|zip --out F] [--committee SB] [--meeting 2026-10-12]
    {"       ["}--case-number 22/6043] [--assessments F.toml] [--order overview|case]
    {"       ["}--profile internal|committee] [--edition N --committee SB]   en udsendt udgave, som den var
    issue --db FIL --half 2026H1 --committee SB --meeting 2026-10-12 --case-number 22/6043
    {"       ["}--assessments F.toml] [--order overview|case] [--reason TEKST]   udsend: tallene fryses
    editions --db FIL --half 2026H1 [--committee SB] [--diff 1 2] [--withdraw N --reason TEKST]
    export --db FIL --out MAPPE [--dialect danish|plain]   alle tabeller
    log --db FIL [--last N] [--entry N] [--format csv] [--out F]
                                         ændringsloggen
    undo --db FIL [--entry N] [--to N] [--reason TEKST]
                                         tag det seneste skridt tilbage, skridt N, eller alt efter skridt N
    redo --db FIL                        et skridt frem
    disclose --db FIL --caseworker AB [--unit BFA] [--out F.csv]
                                         indsigt: alt, hvad filen rummer om én rådgiver
    erase --db FIL --caseworker AB [--unit BFA]
                                         overskriv en persons initialer og navn for altid
    check --db FIL [--entries-at-least N]
    backup --db FIL [--out FIL]          en kopi, der er læst efter
    restore --db FIL --from KOPI         det, der lå der, gemmes først

    Overalt: --json (fakta som JSON), --lang da|en
    Hvor der skrives: --wait S (så længe ventes på en fil i brug), --take-over (overtag den fra en, der er gået i stå)
    { help-exits }
