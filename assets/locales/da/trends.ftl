# What charts of a book say: their titles, what they measure, and the short names of figures.
trends-measure-snapshot = { $figure }, ved månedens slutning
trends-measure-month = { $figure }, måned for måned
trends-measure-window = { $figure }, de seneste { $n } måneder
trends-measure-half = { $figure }, halvår for halvår
trends-measure-half-end = { $figure }, ved halvårets slutning
trends-no-limits = for få måneder til kontrolgrænser
trends-hollow-outside = hule punkter ligger uden for grænserne
trends-limits-provisional = foreløbige grænser (færre end 20 måneder)
trends-limits-weak = usikre grænser (færre end 12 måneder)
trends-mean = Gennemsnit { $value }
trends-upper-limit = Øvre grænse { $value }
trends-lower-limit = Nedre grænse { $value }
trends-control-quiet = Alle måneder ligger inden for tilfældig variation, { $span }
trends-control-outside = { $n ->
    [one] Én måned ligger uden for tilfældig variation: { $side ->
        [above] over
       *[other] under
    } grænsen i { $month }
   *[other] { $n } måneder ligger uden for tilfældig variation, senest { $side ->
        [above] over
       *[other] under
    } grænsen i { $month }
}
trends-half = { $figure }: { $value } i { $half }
trends-half-compared = { $figure }: { $value } i { $half } mod { $old } et år før
trends-half-broken = { $figure }: { $value } i { $half }; databrud siden { $since }
trends-flow-cases = Tilgang over nul, afgang under, netto som linje, måned for måned
trends-flow-list = Visiterede over nul, påbegyndte og frafald under, netto som linje, måned for måned
trends-net = Netto
trends-net-unknown = ikke alle tal er indberettet
trends-flow-gaps = { $figure } og afgang; ikke alle måneder er indberettet, { $span }
trends-flow-even = Lige mange ind og ud, { $span }
trends-flow-more = { $shown } flere ind end ud, { $span }
trends-flow-fewer = { $shown } flere ud end ind, { $span }
trends-bands = Ventetid i uger for dem, der begyndte { $span }, og dem, der venter { $day }
trends-bands-counts = { $started } begyndte, { $waiting } venter
trends-within = { $part } af { $all } begyndte inden for målet, { $half }
trends-of-all = af { $all }
trends-strip = Egne sager pr. eget årsværk, ultimo { $month }
trends-strip-title = Fordeling mellem rådgivere, { $month }
trends-strip-above = { $all ->
    [one] { $part } af { $all } rådgiver over normen, { $month }
   *[other] { $part } af { $all } rådgivere over normen, { $month }
}
trends-heat = Egne sager pr. eget årsværk, rådgiver × måned
trends-heat-title = Rådgiver × måned
trends-heat-above = { $n ->
    [0] Ingen rådgivere over normen i { $often } eller flere af de seneste { $months } måneder
    [one] Én rådgiver over normen i { $often } eller flere af de seneste { $months } måneder
   *[other] { $n } rådgivere over normen i { $often } eller flere af de seneste { $months } måneder
}
trends-panels = { $figure }, enhed for enhed
trends-panels-highest = { $figure }: højest i { $unit }, { $value } i { $month }
trends-internal = Kun internt
trends-years = { $n } år
trends-drawing-run = Seriediagram
trends-drawing-xmr = Kontroldiagram
trends-drawing-bars = Søjler
trends-select-figure = Tal
trends-select-years = Tidsrum
trends-select-drawing = Diagram
