# The command line. Verbs and options are the same in both languages.
cli-made = Made: { $path }
cli-line = Line { $n }
cli-saved = Saved: { $unit } { $month } { $figures }
cli-unchanged = Unchanged: { $unit } { $month } { $figures }
cli-saved-lines = Saved: { $n } reports.
cli-unknown-unit = There is no unit { $code } in the file.
    .safe = Nothing was saved.
    .advice = The file has: { $codes }
cli-unknown-caseworker = There is no caseworker { $initials } in { $unit }.
    .safe = Nothing was saved.
    .advice = Add the caseworker first.
cli-not-a-month = "{ $text }" is not a month.
    .safe = Nothing was saved.
    .advice = Write it as 2026-09.
cli-nothing-saved = Nothing was saved.
cli-not-a-number = "{ $value }": { $why }.
    .safe = Nothing was saved.
cli-nothing-to-undo = There is nothing more to undo.
cli-nothing-to-redo = There is nothing more to redo.
cli-sound = The file is sound. The change log has { $entries } steps, and they lead to the figures in the file.
cli-balance = Note: { $unit } { $month } does not balance: opening + opened - closed + net transferred differs by { $error } from closing.
cli-entries-missing = The change log has { $found } steps; there should be at least { $least }.
cli-backed-up = Backup made and read back: { $path }
cli-restored = Restored: { $path }. What was there before is kept as { $kept }
cli-written = Written: { $path }
cli-exported = Exported { $files } tables to { $path }
cli-no-display = The window cannot be opened here: { $why }.
    .safe = The file is unchanged.
    .advice = Run it on a machine with a display, or use the command line, for example: sagstakt overview --db FILE --half 2026H1
cli-import-file = { $file }: read { $read }, new { $new }, changed { $changed }, unchanged { $unchanged }, refused { $refused }, skipped { $skipped }
cli-import-unknown-file = { $file }: skipped; the file name is not known
cli-import-skipped = { $n } skipped: { $what }
cli-import-more = and { $n } more
cli-import-refused = { $refused ->
    [one] { $refused } row or cell
   *[other] { $refused } rows or cells
} cannot be used.
    .safe = Nothing was imported.
    .advice = Mend the file, or import the rest with --accept-partial.
cli-import-done = Imported as one step: { $new } new, { $changed } changed.
cli-import-partial = Imported as one step: { $new } new, { $changed } changed. { $refused } rows or cells were left out.
cli-import-nothing = There is nothing new in the files. Nothing was changed.
cli-import-dry = Dry run: nothing was imported.

usage-unknown-verb = "{ $what }" is not a command, and there is no file of that name.
    .advice = See sagstakt help.
usage-unknown-option = { $what } is not known here.
    .advice = See sagstakt help.
usage-value-missing = { $what } must be followed by a value.
usage-value-not-text = { $what } cannot be read as text.
usage-twice = { $what } is given more than once, or has a value that it does not take.
usage-missing = { $what } is missing.
usage-name-missing = A file is missing after { $what }.
usage-surplus = "{ $what }" is not needed here.
usage-language = "{ $what }" is not a language here.
    .advice = Use da or en.
usage-wait = "{ $what }" is not a number of seconds from 0 to 3600.
usage-size = "{ $what }" is not a size.
    .advice = Write it as 1280x800.
usage-number = "{ $what }" is not a whole number.
usage-quotes = A quotation mark is not closed: { $what }
usage-figure = "{ $what }" is not a figure that can be reported.
    .advice = Use cases, simple, complex, very_complex (with --caseworker) or cases, unallocated, opened, closed, net_transferred, waiting, started, withdrawn, mean_days_started, mean_days_so_far, longest_days, for example cases=41.
usage-no-figures = There are no figures to save.
    .advice = Write for example { $what }.
usage-split = The split must be given whole: { $what }
usage-format = "{ $what }" is not a format here.
    .advice = Use text, json, csv, pdf, docx, xlsx, html or zip.
usage-dialect = "{ $what }" is not a dialect.
    .advice = Use danish or plain.
usage-profile = "{ $what }" is not a profile.
    .advice = Use internal or committee.
usage-committee-not-yet = An export of every table cannot be shown to a committee.
    .safe = Nothing was written.
    .advice = Use overview --profile committee for what the committee may see.
usage-json-and-format = Choose either --json or --format { $what }, or add --out FILE.
    .safe = Nothing was written.
usage-only-document = { $what } belongs to a document: add --profile committee, or --format pdf, docx, xlsx, html or zip.
    .safe = Nothing was written.
usage-document-unit = { $what } cannot be used here: the document has every unit.
    .safe = Nothing was written.
usage-not-in-tables = { $what } has no effect here: that format holds figures only. Use --format pdf, for example.
    .safe = Nothing was written.
usage-edition-as-it-was = { $what } cannot be used with --edition: an issued edition is given as it was.
    .safe = Nothing was written.
usage-only-csv = { $what } is used with --format csv only.
    .safe = Nothing was written.
usage-not-in-kind = { $what } has no effect on that kind of chart.
    .safe = Nothing was written.
usage-only-png = { $what } is used for PNG only.
    .safe = Nothing was written.
usage-only-withdraw = { $what } is used with --withdraw only.
    .safe = Nothing was changed.
usage-diff-or-withdraw = { $what } and --diff cannot be used together.
    .safe = Nothing was changed.
usage-not-both = Choose one of them: { $what }.
    .safe = Nothing was changed.
usage-log-whole = { $what } cannot be used for CSV: the file holds the whole change log.
    .safe = Nothing was written.
usage-log-format = "{ $what }" is not a format here.
    .advice = Use text or csv, or --json.
usage-only-undo-entry = { $what } is used with --entry or --to only.
    .safe = Nothing was changed.
usage-no-sheet = { $what } is not used: none of the files has that sheet.
    .safe = Nothing was imported.
usage-no-list = { $what } is not used: the files are tables of the program's own form and say themselves what they hold.
    .safe = Nothing was imported.
usage-one-period = Choose one period: --half, --month, --quarter or --year.
usage-period = "{ $what }" is not a period.
    .advice = Write 2026H1, 2026-09, 2026Q3 or 2026.
usage-keep-or-replace = Choose either --keep or --replace.

help = sagstakt: cases per caseworker and waiting times, month by month, and half-yearly overviews of them

    Without a command the window opens: sagstakt [FILE] [--page overview|entry|caseload|waiting|half-year|register]
    {"       ["}--theme system|light|dark] [--size 1280x800]

    demo [--out FILE]                    the sample as a file; without --out the overview is shown and the window opens
    new FILE [--empty]                   a new file with three units, or empty
    import PATH... --db FILE             workbooks (XLSX, XLSM, XLS, ODS), lists (CSV, TXT) or a folder of them
    {"       ["}--dry-run] [--keep|--replace] [--create] [--accept-partial] [--reason TEXT]
    {"       ["}--sheet SHEET] [--mapping M.toml]   which sheet, and what cannot be told from the file
    record --db FILE --unit FTI --month 2026-09 [--caseworker AB] cases=41 opened=6 ...
    {"       ["}--reason TEXT] [--wait S] [--ack-file A]
    record - --db FILE [--ack-file A]    one save a line from standard input
    chart --db FILE --unit CODE --out F.svg   or F.png; --figure caseload, --from 2023-01, --to 2026-10, --scale 2
    {"       ["}--kind run|xmr|bars|half-years|flow|week-bands|strip|heat|panels]
    overview --db FILE --half 2026H1     also --month 2026-09, --quarter 2026Q3, --year 2026
    {"       ["}--unit FTI] [--format text|json|csv] [--dialect danish|plain] [--out F]
    {"       ["}--format pdf|docx|xlsx|html|zip --out F] [--committee SB] [--meeting 2026-10-12]
    {"       ["}--case-number 22/6043] [--assessments F.toml] [--order overview|case]
    {"       ["}--profile internal|committee] [--edition N --committee SB]   an issued edition as it was
    issue --db FILE --half 2026H1 --committee SB --meeting 2026-10-12 --case-number 22/6043
    {"       ["}--assessments F.toml] [--order overview|case] [--reason TEXT]   issue: the figures are frozen
    editions --db FILE --half 2026H1 [--committee SB] [--diff 1 2] [--withdraw N --reason TEXT]
    export --db FILE --out FOLDER [--dialect danish|plain]   every table
    log --db FILE [--last N] [--entry N] the change log
    undo --db FILE [--entry N] [--to N] [--reason TEXT]
                                         take back the newest step, step N, or everything after step N
    redo --db FILE                       one step forward
    disclose --db FILE --caseworker AB [--unit BFA] [--out F.csv]
                                         subject access: everything the file holds about one caseworker
    erase --db FILE --caseworker AB [--unit BFA]
                                         overwrite a person's initials and name for good
    check --db FILE [--entries-at-least N]
    backup --db FILE [--out FILE]        a copy that has been read back
    restore --db FILE --from COPY        what was there is kept first

    Everywhere: --json (facts as JSON), --lang da|en
    Where something is written: --wait S (how long to wait for a file in use), --take-over (from one that has stalled)
    { help-exits }
