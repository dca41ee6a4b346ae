# Monthly entry.
entry-grid = Månedstal for { $unit }
entry-caseworker = Rådgiver
entry-figure = Tal for enheden
entry-hours = Timer
entry-cases = Sager
entry-part-simple = Enkle
entry-part-complex = Komplekse
entry-part-very-complex = Meget komplekse
entry-view-half-year = Halvår
entry-view-month = Én måned
entry-view-all-months = Alle måneder
entry-left = ikke i enheden
entry-on-leave = orlov
entry-sick = syg
entry-part-of = { $part } af { $of }
entry-total = Sager i alt
entry-fte = Årsværk
entry-caseload = Sager pr. årsværk
entry-balance-row = Balance
entry-balance-fits = stemmer
entry-cell-empty = tom
entry-cell-closed = kan ikke udfyldes
entry-cell-last-year = sidste år { $value }
entry-cell-last-month = forrige måned { $value }
entry-cell-saving = Gemmer …
entry-cell-refused = { $place }: { $text }, ikke gemt. { $reason }
entry-parts-missing = Skriv også de andre sagstyngder; så gemmes de sammen.
entry-todo-open = { $month } mangler tal
entry-todo-filled = Alle måneder her er udfyldt
entry-todo-go = Gå til første tomme felt
entry-add = Tilføj { $who }
entry-add-initials = Initialer
entry-add-hours = Timer pr. uge
entry-add-hours-wrong = Timer skal være et tal fra 0 til 60, for eksempel 37 eller 32,5
entry-added-from = fra { $month }
entry-refused-title = Ikke gemt
entry-refused = { $place }: “{ $text }”. { $reason }
entry-refused-keep = Teksten står i feltet. Ret den, eller tryk Esc for at opgive den.
entry-draft-kept = Stod i feltet, da det blev forladt, og er ikke gemt.
entry-split-lost = Fordelingen på sagstyngde passede ikke til det nye sagstal og er fjernet: { $place }{ $more ->
    [0] {""}
    [one] {" "}og 1 mere
   *[other] {" "}og { $more } flere
}. Skriv den igen under Én måned, eller fortryd.
entry-block-too-large = Blokken har { $rows } rækker og { $columns } kolonner; herfra er der plads til { $free-rows } rækker og { $free-columns } kolonner. Intet er indsat.
entry-block-refused = { $place }: “{ $text }”. { $reason } Intet er indsat.
entry-block-closed = { $place } kan ikke udfyldes. Intet er indsat.
entry-accept = Det er rigtigt …
entry-accept-note = Note (kan udelades)
entry-accept-save = Gem
entry-accept-not = Annullér
entry-next-remark = Næste spørgsmål
entry-more-remarks = { $n ->
    [one] og 1 spørgsmål mere i måneden
   *[other] og { $n } spørgsmål mere i måneden
}
entry-balance = Balance, { $month }
entry-balance-formula = primo { $opening } + tilgang { $opened } - afgang { $closed } + nettoflytning { $transferred } = ultimo { $closing }
entry-balance-right = Stemmer
entry-balance-wrong = Stemmer ikke: { $n } til forskel
entry-balance-missing = Mangler { $what }
entry-balance-opening = sagerne måneden før
entry-balance-opened = tilgang
entry-balance-closed = afgang
entry-balance-transferred = nettoflytning
entry-balance-closing = sagerne nu
entry-hints = Grå tal: til højre { $previous }, til venstre { $earlier }.
entry-keys-1 = Enter: ned · Tab: til højre · F2: ret · F6: hertil
entry-keys-2 = Ctrl+V: indsæt fra Excel · Ctrl+D: fyld nedad
entry-keys-3 = 100-55 regnes ud

# Questions about figures.
remark-title = { $who }, { $month }: { $value }
remark-jump-up = Det er { $difference } flere end i { $previous }. { $who } har ikke før ændret sig mere end { $largest } på en måned.
remark-jump-down = Det er { $difference } færre end i { $previous }. { $who } har ikke før ændret sig mere end { $largest } på en måned.
remark-unchanged = { $who } har haft { $value } i { $n } måneder i træk.
remark-balance = Primo { $opening } + tilgang { $opened } - afgang { $closed } + nettoflytning { $transferred } giver { $expected }, men ultimo er { $closing }.
remark-while-absent = { $who } har { $value } sager, men var fraværende hele { $month }.
remark-not-in-unit = { $who } har { $value } sager, men var ikke i enheden i { $month }.
remark-far-above-norm = { $who } har { $caseload } sager pr. årsværk, mere end tre gange normen på { $upper }.
log-accepted = Det er rigtigt
