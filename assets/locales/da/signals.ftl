# Signals: what a run chart says of a figure, one sentence each.
signal-of-cases = Sagstallet
signal-of-caseload = Antallet af sager pr. årsværk
signal-of-opened = Tilgangen
signal-of-closed = Afgangen
signal-of-waiting = Antallet af ventende
signal-of-started = Antallet af påbegyndte
signal-of-wait-started-mean = Ventetiden for påbegyndte (gennemsnit)
signal-of-wait-started-median = Ventetiden for påbegyndte (median)
signal-of-wait-so-far-mean = Ventetiden indtil nu (gennemsnit)
signal-of-wait-so-far-median = Ventetiden indtil nu (median)
signal-above = { $subject } har ligget over medianen i { $months }; det er mere end tilfældig variation.
signal-below = { $subject } har ligget under medianen i { $months }; det er mere end tilfældig variation.
signal-crossings = { $n ->
    [0] { $subject } har slet ikke krydset medianen
    [one] { $subject } har kun krydset medianen { $n } gang
   *[other] { $subject } har kun krydset medianen { $n } gange
} i { $months }, hvor mindst { $least } er sædvanligt; det er mere end tilfældig variation.
signal-none = { $subject } viser kun tilfældig variation i { $months }.
signal-unchanged = { $subject } har været uændret i { $months }.
signal-few-points = { $subject } har for få punkter til et signal: { $n } af mindst { $least }{ $missing }.
signal-no-points = { $subject } kan ikke bedømmes: ingen måneder med tal.
signal-at-minimum = { $subject } kan ikke bedømmes: mindst halvdelen af månederne ligger på den laveste værdi.
signal-beyond = { $subject } kan ikke bedømmes: tallene er for store.
signal-run = { $n ->
    [one] { $n } måned, { $span }
   *[other] { $n } måneder i træk, { $span }
}
signal-run-with-others = { $n } af { $all } måneder, { $span }, de øvrige på medianen eller uden tal
signal-points = { $n ->
    [one] { $n } måned, { $span }
   *[other] { $n } måneder, { $span }
}
signal-missing = { $n ->
    [one] { "" }; { $n } måned mangler
   *[other] { "" }; { $n } måneder mangler
}
signal-without = { $n ->
    [one] { "" }; { $n } måned er uden tal
   *[other] { "" }; { $n } måneder er uden tal
}
signals-heading = Signaler
chance-more = mere end tilfældigt
chance-within = inden for tilfældig variation
