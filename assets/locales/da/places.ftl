# The keys of master data, and the waiting-list register.
register-keys = Ctrl+PageDown: næste afsnit · pil ned: vælg · F6: til felterne og tilbage
places-column-reference = Løbenummer
places-column-unit = Enhed
places-column-offer = Indsats
places-column-approved = Visiteret
places-column-status = Status
places-column-days = Dage
places-waiting = Venter
places-started = Påbegyndt
places-withdrawn = Frafaldet
places-all-statuses = Alle pladser
places-all-offers = Alle indsatser
places-filter-status = Pladser der vises
places-filter-offer = Indsats der vises
places-shown = { $shown } af { $all } pladser
places-import = Indlæs …
places-sort = Sortér efter { $column }
places-sorted-up = { $column }, stigende
places-sorted-down = { $column }, faldende
places-open = Ventelisteregister

# The file, its backups, and what is new.
ui-access-silent = { $user } på { $computer } har filen, men har ikke givet lyd i over et minut
ui-take-over = Overtag filen
register-section-file = Fil
file-title = Filen
file-take-over-lead = Den anden computer kan være slukket. Overtager du, kan den ikke længere gemme; det, den har gemt, er med.
file-backups = Sikkerhedskopier
file-backups-lead = Hver kopi læses efter, før den får sit navn. Der tages en hver dag og før indlæsning, gendannelse og sletning af personoplysninger. Beholdt bliver den nyeste fra hver time i et døgn, fra hver dag i to uger, fra hver uge i tre måneder og fra hver måned derefter.
file-back-up = Tag en sikkerhedskopi nu
file-no-backups = Ingen sikkerhedskopier endnu
file-kilobytes = { $n } KB
file-restore = Gendan …
file-restore-now = Gendan nu
file-restore-lead = Filen får det indhold, den havde { $at }. Det, der står i den nu, gemmes først som en sikkerhedskopi. Gendannelsen kan ikke fortrydes i vinduet.
file-news = Nyt i Sagstakt
file-others = { $user } har gemt kl. { $at }: { $what }.
file-others-end = Vinduet viser det allerede.

# A municipality's own word for a caseworker.
register-new-own = Ny { $who }
ui-page-caseload-own = Sager pr. { $who }
