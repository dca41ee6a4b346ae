# Dates and periods.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-long = { $day } { $month } { $year }
day-month = { $day } { $month }
month-year = { $month } { $year }
quarter-year = { $n ->
    [1] first quarter of { $year }
    [2] second quarter of { $year }
    [3] third quarter of { $year }
   *[other] fourth quarter of { $year }
}
half-year = { $n ->
    [1] first half of { $year }
   *[other] second half of { $year }
}
half-year-label = H{ $n } { $year }
half-year-short = H{ $n } { $year }
quarter-year-short = Q{ $n } { $year }
