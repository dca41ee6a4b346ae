//! Words that headings, rows and titles of departments' sheets are made of, folded to lower case. They are a format, not words of ours.

use crate::book::draft::Column;

/// Columns and rows by what they are called, folded. `Column::Day` stands for the year, `Column::Field` for the name of a figure.
#[rustfmt::skip]
pub const HEADINGS: &[(Column, &[&str])] = &[
    (Column::Month, &[
        "måned", "md", "mdr", "mnd", "mån", "måneder", "periode", "dato", "opgørelsesdato", "opgjort", "opgjort pr", "skæringsdato",
        "opgørelsesmåned", "uge", "ugenr", "uge nr", "ugenummer", "måned år", "år måned", "årmåned", "ultimo", "pr dato", "statusdato", "registreringsmåned", "opgørelsestidspunkt",
        "status pr", "pr", "pr den", "opgjort den", "opgørelse pr", "month", "date", "period", "tidspunkt", "måned og år", "opgørelsesperiode",
    ]),
    (Column::Day, &[
        "år", "årstal", "year",
    ]),
    (Column::Unit, &[
        "enhed", "afdeling", "afd", "team", "tilbud", "organisation", "organisatorisk enhed", "institution", "område", "sted", "center", "kontor",
        "unit", "enhedskode", "enhedsnavn", "afdelingsnavn", "udfører", "leverandør", "department", "myndighedsteam", "teamnavn",
    ]),
    (Column::Initials, &[
        "init", "initialer", "initial", "rådgiver", "sagsbehandler", "medarbejder", "socialrådgiver", "børne og ungerådgiver", "familierådgiver",
        "ansvarlig", "ansvarlig sagsbehandler", "ansvarlig rådgiver", "primær sagsbehandler", "primær rådgiver", "caseworker", "sagsansvarlig",
        "ansat", "rådgivere", "medarbejdere", "sagsbehandlere", "rådgivers initialer", "medarbejderinitialer", "navn", "medarbejdernavn",
        "rådgivernavn", "ident", "myndighedsrådgiver",
    ]),
    // Some figure, which one stands elsewhere.
    (Column::Value, &[
        "værdi", "værdier", "antal", "value", "count",
    ]),
    (Column::Field, &[
        "nøgletal", "nøgletalsnavn", "målepunkt", "indikator", "tal", "måling", "figur", "felt", "figure", "measure", "opgørelse", "emne",
        "rækkenavne", "rækkenavn", "rækkeetiketter", "row labels",
    ]),
    (Column::Cases, &[
        "sager", "antal sager", "sager ult", "ant sager", "antal sager ult", "sagstotal", "bestand", "sager i forløb", "aktive", "åbne", "antal aktive", "antal åbne", "sagsantal", "sagstal", "aktive sager", "åbne sager", "løbende sager", "sager ultimo", "igangværende sager",
        "igangværende forløb", "antal aktive sager", "antal åbne sager", "aktive forløb", "antal forløb", "forløb", "forløb ultimo",
        "sager pr ultimo", "sager pr rådgiver", "cases", "open cases", "beholdning", "beholdning ultimo", "sagsbestand", "antal igangværende",
        "indskrevne", "sager i alt", "samlet antal sager", "antal verserende sager", "verserende sager", "sager ved månedens udgang",
        "sager ultimo måneden", "løbende forløb", "antal indskrevne", "sagsmængde", "antal børn i forløb", "børn i forløb",
        "familier i forløb", "antal familier i forløb", "antal familier", "antal børn", "antal borgere", "borgere i forløb", "indskrevne børn",
        "indskrevne familier", "antal indskrevne børn", "antal indskrevne familier", "aktuelle sager", "antal aktuelle sager", "sagstal pr rådgiver",
        "caseload", "number of cases", "active cases",
    ]),
    (Column::Unallocated, &[
        "ufordelt", "ufordelte", "ufordelte sager", "ufordelt sag", "ikke fordelt", "ikke fordelte", "ikke fordelte sager", "uden rådgiver",
        "unallocated", "ikke tildelt", "ikke tildelte", "ikke tildelte sager", "utildelte sager", "sager uden rådgiver", "antal ufordelte",
        "mangler rådgiver", "ufordelte ultimo", "sager uden fast rådgiver", "sager uden sagsbehandler", "uden sagsbehandler",
        "uden fast rådgiver", "sager uden fast sagsbehandler", "ikke allokerede", "ikke allokerede sager", "uallokerede sager", "vakante sager",
    ]),
    (Column::Opened, &[
        "tilgang", "nye", "nye sager", "tilg", "nyoprettet", "nyoprettede", "antal oprettede", "antal oprettede sager", "sager oprettet", "tilgået", "nye forløb", "opstartede sager", "tilkomne", "tilkomne sager", "tilgåede", "indkomne", "indkomne sager",
        "antal nye sager", "antal nye", "oprettede sager", "oprettede", "opened", "tilgang sager", "nyoprettede sager", "tilgang i måneden",
        "nytilkomne", "modtagne sager", "tilgang af sager", "new cases", "nye indskrivninger", "nyindskrevne",
        "indskrivninger", "nye børn", "nye familier", "antal indskrivninger", "tilgang i alt", "new",
    ]),
    (Column::Closed, &[
        "afgang", "afsluttede", "afsluttet", "afsl", "afg", "lukket", "lukkede forløb", "antal lukket", "antal afsluttet", "sager lukket", "sager afsluttet", "ophørte sager", "ophørte forløb", "ophørt", "afsluttede i perioden", "lukkede", "lukkede sager", "afsluttede sager", "afsluttede forløb", "ophørte", "ophør", "closed",
        "antal afsluttede", "antal lukkede", "afgang sager", "afgang i måneden", "udgåede sager", "afsluttede sager i måneden", "afgang af sager", "closed cases", "udskrivninger",
        "udskrevne", "antal udskrivninger", "antal udskrevne", "afsluttede børn", "afsluttede familier", "afgang i alt", "antal ophørte",
    ]),
    (Column::NetTransferred, &[
        "nettoflytning", "overflyttet netto", "netto overflyttet", "overflytninger netto", "netto overflytninger", "overflytning netto",
        "net transferred", "overflytning", "overflytninger", "flyttet netto", "flytninger netto",
    ]),
    (Column::Waiting, &[
        "ventende", "venter", "vent", "venter på plads", "venter på opstart", "venter på start", "antal ventende ultimo", "ventende i alt", "på venteliste", "venteliste", "antal på venteliste", "ventende ultimo", "antal ventende", "afventer", "afventende",
        "venteliste ultimo", "på venteliste ultimo", "waiting", "i kø", "antal der venter", "antal venter", "ventende borgere", "ventende familier",
        "ventende børn", "står på venteliste", "ventende personer", "personer på venteliste", "børn på venteliste", "familier på venteliste",
        "antal familier på venteliste", "antal børn på venteliste", "antal borgere på venteliste", "antal ventende børn",
        "antal ventende familier", "antal ventende borgere", "borgere på venteliste", "antal i kø", "ventelistetal", "waiting list",
    ]),
    (Column::Started, &[
        "påbegyndte", "påbegyndt", "startet", "startede", "opstartet", "opstartede", "opstart", "igangsat", "igangsatte", "påbegyndte forløb",
        "påbegyndt forløb", "startede forløb", "opstartede forløb", "igangsatte forløb", "started", "antal påbegyndte", "antal startede",
        "antal opstartede", "opstarter", "sat i gang", "startede op", "startet op", "opstart i alt", "iværksatte", "iværksatte forløb", "antal iværksatte", "antal igangsatte",
        "antal påbegyndte forløb", "antal startede forløb", "antal opstartede forløb", "forløb startet",
    ]),
    (Column::Withdrawn, &[
        "frafald", "frafaldet", "frafaldne", "takket nej", "afmeldt", "afmeldte", "trukket", "udgået", "udgåede", "bortfaldet", "bortfaldne",
        "withdrawn", "antal frafald", "antal frafaldne", "frafald fra venteliste", "sprunget fra",
    ]),
    (Column::WaitSoFarMean, &[
        "ventet indtil nu", "gns ventet indtil nu", "ventet til dato", "ventetid ventende", "gns ventetid ventende", "ventetid for ventende",
        "gns ventet", "ventetid indtil nu", "gns ventetid på venteliste", "hidtidig ventetid", "gns hidtidig ventetid", "ventetid på venteliste",
        "gns ventetid for ventende", "wait so far", "ventet hidtil",
    ]),
    (Column::WaitLongest, &[
        "længste", "længste ventetid", "længst ventende", "maks ventetid", "max ventetid", "maksimal ventetid", "længste ventetid ventende",
        "længst ventetid", "longest", "længst", "længste ventetid på venteliste", "maks", "max", "ventet længst",
    ]),
    (Column::WaitStartedMean, &[
        "ventetid", "gns ventetid", "ventetid påbegyndte", "gns ventetid påbegyndte", "ventetid startede", "gns ventetid startede", "middelventetid",
        "ventetid til start", "gns ventetid til start", "ventetid fra visitation", "ventetid opstartede", "gns ventetid opstartede",
        "ventetid fra visitation til start", "mean wait", "ventetid for påbegyndte", "gns ventetid for påbegyndte", "ventetid til opstart",
        "gns ventetid til opstart", "ventetid inden opstart", "ventetid påbegyndte forløb", "ventedage", "gns ventedage", "ventedage gns",
        "mean wait started", "waiting time", "mean waiting time", "average wait", "wait", "ventetid gns", "gns vt", "vt",
    ]),
];

/// Words that say a column holds something that is not kept.
#[rustfmt::skip]
pub const OTHER: &[&str] = &[
    "bemærkning", "bemærkninger", "kommentar", "kommentarer", "note", "noter", "timer", "årsværk", "ansættelse", "normtal", "norm", "alder", "heraf",
    "pct", "procent", "andel", "difference", "ændring", "udvikling", "budget", "telefon", "mail", "adresse", "stilling", "løbenr", "løbenummer",
    "cpr", "mål", "måltal", "afvigelse", "beskæftigelsesgrad", "fuldtid", "med", "uden", "over", "under", "seneste", "rullende", "median",
    "percentil", "sidste", "forrige", "kapacitet", "pladser",
];

/// Words that make of a month's figure one of another time, or none that has happened.
#[rustfmt::skip]
pub const ANOTHER_TIME: &[&str] = &[
    "akk", "akkumuleret", "akkumulerede", "kumuleret", "kumulerede", "ytd", "forventet", "forventede", "prognose", "skøn", "estimat",
    "estimeret", "budgetteret", "primo",
];

/// Words of titles that say of themselves that they are one.
#[rustfmt::skip]
pub const FRAMES: &[&str] = &[
    "status", "opgjort", "opgørelse", "månedsopgørelse", "månedsstatus", "månedsrapport", "månedsoversigt", "månedstal", "rapport", "oversigt", "nøgletal",
    "ledelsesinformation", "statistik", "periode", "perioden", "over", "tal",
];

/// Words of lines that say when, by whom or out of what a sheet was made.
#[rustfmt::skip]
pub const MAKING: &[&str] = &[
    "udskrevet", "udskrift", "printet", "print", "trukket", "udtrukket", "udtræksdato", "dannet", "genereret", "kørt", "kørselsdato", "opdateret",
    "udarbejdet", "hentet", "eksporteret", "eksport", "revideret", "printed", "exported", "generated", "updated",
];

/// First words of rows and columns that sum up others.
#[rustfmt::skip]
pub const TOTALS: &[&str] = &[
    "i alt", "ialt", "total", "totalt", "sum", "gennemsnit", "gns", "gnsn", "snit", "middel", "hele året", "året", "årstotal", "hovedtotal",
    "subtotal", "samlet", "median", "average", "resultat", "1 halvår", "2 halvår", "første halvår", "andet halvår", "1 kvartal", "2 kvartal", "1 kv", "2 kv", "3 kv", "4 kv", "1 kvt", "2 kvt", "3 kvt", "4 kvt",
    "3 kvartal", "4 kvartal", "år til dato", "årsgennemsnit", "årssum", "delsum", "grand total", "maksimum", "minimum", "alle enheder", "alle afdelinger", "samtlige", "hele afdelingen", "hele forvaltningen", "hele kommunen", "kommunen i alt", "k1", "k2", "k3", "k4", "kv1", "kv2", "kv3", "kv4", "ytd", "å t d",
];

/// Periods that stand over columns and sum nothing up there.
#[rustfmt::skip]
pub const PERIODS: &[&str] = &[
    "halvår", "kvartal",
];

/// What may stand after a number of cases and changes nothing: `24 sager`, `1.204 stk.`
#[rustfmt::skip]
pub const COUNTED: &[&str] = &[
    "stk", "sag", "sager", "barn", "børn", "familie", "familier", "borger", "borgere", "person", "personer", "forløb", "antal",
];

/// Cases divided by people: no count of cases, unless the rows are the people themselves.
#[rustfmt::skip]
pub const RATIOS: &[&str] = &[
    "sager pr rådgiver", "sagstal pr rådgiver", "sager pr sagsbehandler", "sager pr medarbejder", "sager pr årsværk", "sager pr fuldtidsstilling",
    "sager pr stilling", "caseload", "cases per caseworker",
];

#[rustfmt::skip]
pub const WEEKS: &[&str] = &[
    "uge", "uger", "ugr", "weeks", "week",
];

#[rustfmt::skip]
pub const DAYS: &[&str] = &[
    "dag", "dage", "kalenderdage", "døgn", "days", "day",
];

#[rustfmt::skip]
pub const MONTHS: &[&str] = &[
    "måned", "måneder", "mdr", "months", "month",
];
