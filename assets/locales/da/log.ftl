# The change log.
log-more = { $n ->
    [one] og 1 ændring mere
   *[other] og { $n } ændringer mere
}
log-undid = Fortrudt (skridt { $of }): { $what }
log-redid = Gendannet (skridt { $of }): { $what }
log-restored = Filen er lagt tilbage fra en sikkerhedskopi
log-nothing = Ingen ændringer
log-detail = Fra: { $text }
log-reason = Begrundelse: { $text }
log-unit = Enhed
log-hours = timer fra
log-absence = fravær
log-bands = ventetid i bånd
log-target = Måltal
log-event = Hændelse
log-committee = Udvalg
log-edition = Halvårsoversigt
log-setting = Indstilling
log-waiting = venter
log-started = påbegyndt { $day }
log-withdrawn = frafaldet { $day }

# What can be typed.
field-cases = Sagsantal
field-unallocated = Ufordelte sager
field-opened = Tilgang
field-closed = Afgang
field-net-transferred = Nettoflytning
field-waiting = Ventende
field-started = Påbegyndte
field-withdrawn = Frafald
field-mean-days-started = Ventetid, påbegyndte (dage)
field-mean-days-so-far = Ventet indtil nu (dage)
field-longest-days = Længste ventetid (dage)
