# Words used everywhere.
app-name = Sagstakt
months-count = { $n ->
    [one] { $n } måned
   *[other] { $n } måneder
}
sample-name = Eksempel Kommune
unit-bfa = Børne- og familieafdelingen
unit-fh = Familiehuset
unit-fti = Forebyggende Tidlig Indsats
