# A person's own data as a file, and the backup before an import.
register-disclose = Indsigt …
person-file-name = indsigt-{ $initials }
person-kind = Regneark (CSV)
person-written = Alt, hvad filen rummer om { $initials }, er gemt: { $path }
person-column-kind = Slags
person-column-unit = Enhed
person-column-from = Fra
person-column-to = Til
person-column-what = Hvad
person-column-value = Værdi
person-column-who = Gjort af
person-column-at = Tidspunkt
person-initials = Initialer
person-name = Navn
person-presence = I enheden
person-hours = Timer om ugen
person-weight = Vægt
person-absence = Fravær
person-cases = Sager
person-question = Spørgsmål til et tal
person-log = Ændringslog
person-text = Tekst, som nogen har skrevet

error-not-backed-up = Intet er indlæst: sikkerhedskopien før indlæsningen kunne ikke skrives i { $folder } ({ $cause }). Filen er uændret. Sørg for plads og adgang til mappen, og indlæs igen.
error-cause-full = disken er fuld
error-cause-read-only = den er skrivebeskyttet
error-cause-folder = mappen kan ikke skrives
