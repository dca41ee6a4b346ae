# What an import found: the cell's own words stand in quotation marks.
import-at = Linje { $line }: { $what }
import-at-column = Linje { $line }, kolonne "{ $column }": { $what }
import-value = "{ $value }" { $what }

# Afviste celler; står efter cellens indhold.
value-not-a-number = er ikke et tal.
value-mixed-number-forms = blander dansk og engelsk talform; skriv tusinder med punktum og decimaler med komma.
value-negative = er negativt; tallet kan ikke være under 0.
value-not-whole = er ikke et helt tal.
value-too-many-digits = har mere end ni cifre.
value-too-many-decimals = har mere end tre decimaler.
value-too-large = er for stort; det højeste er { $most }.
value-not-a-month = er ikke en måned på formen 2026-09.
value-not-a-date = er ikke en dato på formen 2026-09-14.
value-not-a-choice = kendes ikke; her kan stå { $choices }.
value-blank = mangler; cellen skal være udfyldt.
value-cpr-number = ligner et CPR-nummer. Personnumre må ikke stå i programmet; brug et anonymt løbenummer.
value-empty-text = mangler; cellen skal være udfyldt.
value-text-too-long = er for langt; der er plads til { $most } tegn.
value-hidden-character = indeholder et skjult tegn ({ $code }).

# Afviste rækker.
reason-field-count = Rækken har { $found } felter, men overskriften har { $expected }. Står der et komma i et tal uden anførselstegn?
value-unknown-unit = er ikke en kendt enhed.
value-unknown-caseworker = er ikke en kendt rådgiver i enheden.
value-outside-unit = ligger uden for enhedens gyldighed.
value-outside-presence = ligger uden for rådgiverens tid i enheden.
value-no-waiting-list = har ingen venteliste.
value-not-by-caseworker = tæller ikke sager pr. rådgiver.
value-ends-before-it-begins = ligger før begyndelsen.
value-started-before-approval = ligger før visitationen.
value-withdrawn-before-approval = ligger før visitationen.
reason-started-and-withdrawn = Forløbet kan ikke både være påbegyndt og frafaldet.
value-still-waiting = visiteres igen til en indsats, der ventes på siden { $approved }.
value-still-waiting-line = visiteres igen til en indsats, der ventes på siden { $approved } (linje { $line }).
reason-split-incomplete = Fordelingen på sværhedsgrad er ikke fuldstændig: udfyld alle tre felter eller ingen.
reason-split-total = Fordelingen giver { $total } sager, men der står { $cases }.
value-conflict = står også i linje { $line } som "{ $value }". Behold den rigtige række.
value-overlap = overlapper en anden periode for det samme.
value-overlap-line = overlapper perioden i linje { $line }.
reason-band-gap = Der er et hul mellem dette bånd og båndet i linje { $line }.
reason-band-overlap = Båndet overlapper båndet i linje { $line }.
value-differs-from-stored = afviger fra det, der står i bogen ("{ $stored }"). Vælg at beholde eller erstatte.
value-not-as-before = passer ikke: i bogen står "{ $stored }". Rettelsen er ikke foretaget.
value-unknown-setting = er ikke en kendt indstilling.

# Afviste filer.
reason-empty = Filen er tom.
reason-not-a-table = Filen er ikke en tabel med tekst (CSV).
reason-unknown-table = Ingen overskrifter i filen kendes. Der skal stå måneder (fx jan 2025) i rækker eller kolonner, og hvad tallene tæller (fx Sager, Tilgang, Ventende). Et udtræk med én række pr. sag tælles først op pr. måned.
reason-missing-column = Kolonnen "{ $column }" mangler.
reason-column-twice = Kolonnen "{ $column }" står der to gange.
reason-nul-byte = Linjen indeholder et nulbyte; filen er beskadiget eller ikke en tekstfil.
reason-unclosed-quote = Et anførselstegn åbnes her og lukkes ikke.
reason-after-quote = Der står tekst efter et afsluttende anførselstegn.
reason-line-too-long = Linjen er længere end 1 MB.
reason-encoding-dos = Bogstaverne ligner en gammel DOS-fil (æøå kan ikke læses sikkert). Gem filen igen som UTF-8.
reason-encoding-mac = Bogstaverne ligner en gammel Mac-fil (æøå kan ikke læses sikkert). Gem filen igen som UTF-8.
reason-encoding-mixed = Filen blander to slags bogstavkoder. Gem den igen som UTF-8.
reason-encoding-unknown = Bogstaverne kan ikke læses sikkert. Gem filen igen som UTF-8.
reason-too-much = Filen er for stor til at blive indlæst på én gang. Del den i mindre filer.

# Sprunget over.
skip-title = Linje over overskriften; ikke indlæst.
skip-total-row = Sumrække; ikke indlæst.
skip-blank = Ingen tal i rækken; intet at indlæse.
skip-duplicate-row = Samme række står to gange; regnet med én gang.
skip-unknown-file = Filen er ikke en kendt tabel; ikke indlæst.
skip-register = Ventetallene regnes ud af ventelisten og gemmes ikke som tastede.
skip-counted-by-caseworker = Enhedens sager tælles pr. rådgiver; summen er ikke gemt.
skip-kept = Det, der stod i bogen, er beholdt.

# Bemærkninger.
remark-ignored-column = Kolonnen "{ $column }" bruges ikke.
remark-no-rows = Der er ingen rækker under overskriften.
remark-tidied = "{ $from }" er skrevet som "{ $to }".
remark-decoded-twice = "{ $value }" er kodet to gange (Ã¸ for ø); teksten er læst, som den må have set ud. Se den efter.
remark-weeks-as-days = Uger er regnet om til dage.
remark-future-month = Måneden er ikke kommet endnu.
remark-register-differs = Filen har { $typed }, men pladserne på ventelisten giver { $register }. Det er ventelistens tal, der gælder.
remark-register-takes-over = { $unit }: ventelisten afløser { $months ->
    [one] { $months } måneds
   *[other] { $months } måneders
} tastede ventetal.
remark-created-unit = Enheden { $unit } er oprettet.
remark-created-caseworker = Rådgiveren { $initials } er oprettet i { $unit }.
remark-name-kept = Navnet i bogen er beholdt; navne ændres ikke ved indlæsning.

import-unreadable = { $file } kan ikke læses.
    .safe = Intet er indlæst.
    .advice = Se, om filen findes, og om du har adgang til den.
import-cancelled = Indlæsningen er afbrudt.
    .safe = Intet er indlæst.
