# Words used everywhere.
app-name = Sagstakt
sample-name = Eksempel Kommune
unit-bfa = Børne- og familieafdelingen
unit-fh = Familiehuset
unit-fti = Forebyggende Tidlig Indsats

# Hvor der ingen filvælger er.
no-dialog-words = Systemet kan ikke vise et vindue til at vælge filer og mapper. Skriv stien her i stedet.
no-dialog-path = Sti
no-dialog-use = Fortsæt
no-dialog-leave = Annuller
no-dialog-no-file = Der er ingen fil med den sti. Skriv hele stien, for eksempel /home/mha/sager.sagstakt.
no-dialog-no-folder = Der er ingen mappe med den sti.
no-dialog-exists = Der er allerede en fil med det navn, og den skrives ikke over. Skriv et andet navn.
