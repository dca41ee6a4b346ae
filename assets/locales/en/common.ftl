# Words used everywhere.
app-name = Sagstakt
months-count = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
sample-name = Eksempel Kommune
unit-bfa = Children and Family Department
unit-fh = Family House
unit-fti = Early Preventive Support
