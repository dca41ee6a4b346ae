"""Two programs on the same books: what they print and write is compared byte for byte."""

import argparse
import concurrent.futures
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
SHOWN_FILES, SHOWN_LINES = 12, 14

# What may differ, and nothing else: (outputs by their name, what is taken out of both before they are compared).
# A name of figures takes the figure out of JSON, wherever it stands as a key or as a `key`.
STAMPS = [
    (r"made/", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),         # when an edition was issued, an entry was made
    (r"made/", r"\d{1,2}\. [a-zæøå]+\.? \d{4} (kl\. )?\d\d[.:]\d\d"),
    (r"made/.*editions.*json", r'"bytes": \d+'),            # a PDF holds the moment, packed
    (r"made/issue", r'"bytes": \d+'),
]
EXPECTED = [
    # New: the change without transfers, a figure of its own.
    (r"names/figure|refused-chart-figure", r", net_change"),
    (r"overview-.*\.(out|csv)$", r"(?m)^.*[;,]net_change[;,].*\n"),
    (r"overview-.*\.out$", r"(?m)^(Ændring uden flytninger|Change without transfers) .*\n"),
]
# And whether a split was lost, which `record` says of every row.
EXPECTED_FIGURES = ["net_change", "lost_split"]

UNITS = ["BFA", "FH", "FTI"]
# Three waiting lists typed in week bands, one with a gap and a zero.
BANDS = ["0;2", "2;4", "4;8", "8;13", "13;26", "26;"]


def months(first, last):
    return [f"{year}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)
            if (year, month) <= (2026, 10)]


def made_up(folder):
    """Tables of a unit that the sample does not have: typed figures, week bands, a series break, targets."""
    folder.mkdir()
    head = "Måned;Enhed;Sager;Ufordelte;Tilgang;Afgang;Nettoflytning;Ventende;Påbegyndte;Frafald;Ventetid påbegyndte (dage);Ventet indtil nu (dage);Længste ventetid (dage)"
    figures, bands, cases = [head], ["Måned;Enhed;Opgørelse;Fra uge;Til uge;Antal"], 40
    for at, month in enumerate(months(2022, 2026)):
        if month in ("2023-05", "2024-02", "2025-11"):
            continue                                         # months that nobody reported
        opened, closed, moved = 4 + at * 7 % 5, 3 + at * 5 % 6, (at % 7 == 3) - (at % 11 == 5)
        cases += opened - closed + moved
        waiting, started = [(at * (3 + band) + band) % (5 - band // 2) for band in range(6)], [(at * (2 + band)) % (4 - band // 2) for band in range(6)]
        figures.append(f"{month};BND;{cases + (at == 20)};;{opened};{closed};{moved};{sum(waiting)};{sum(started)};{at % 3};;;")
        for name, counts in (("påbegyndte", started), ("ventende", waiting)):
            bands += [f"{month};BND;{name};{band};{count}" for band, count in zip(BANDS, counts)]
    tables = {
        "enheder": ["Kode;Navn;Tælleenhed;Rådgivere;Venteliste;Gyldig fra;Gyldig til", "BND;Åben rådgivning;familie;Nej;Ja;2022-01;"],
        "enhedstal": figures, "ventebaand": bands,
        "haendelser": ["Dato;Enhed;Titel;Databrud", "2024-01-01;BND;Barnets Lov i kraft;Ja", "2025-03-10;BND;Åbent hus;Nej"],
        "maaltal": ["Måltal;Enhed;Nedre;Øvre;Måleenhed;Gyldig fra;Kilde", "Ventetid;BND;;49;dage;2023-07-01;Vedtaget i udvalget"],
    }
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\ufeff" + "\n".join(lines) + "\n", encoding="utf-8")


class Program:
    """One of the two, in a folder of its own."""

    def __init__(self, path, folder):
        self.path, self.folder = pathlib.Path(path).resolve(), folder
        folder.mkdir(parents=True)
        home = folder / "home"
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "da_DK.UTF-8", "TZ": "Europe/Copenhagen", "USER": "prøve", "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data"}
        home.mkdir()

    def run(self, name, line, typed=None):
        """Carries out a line and keeps what it says under this name; `OUT.x` in it is a file of that name."""
        place = self.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        line = [f"{name}.{word[4:]}" if word.startswith("OUT.") else word for word in line.split("|")]
        done = subprocess.run([self.path, *line], cwd=self.folder, env=self.environment, input=typed or b"", capture_output=True)
        for stream, bytes_ in (("out", done.stdout), ("err", done.stderr)):
            if bytes_:
                pathlib.Path(f"{place}.{stream}").write_bytes(bytes_)
        if done.returncode:
            pathlib.Path(f"{place}.exit").write_text(f"{done.returncode}\n")
        return done


# Lines are split at `|`.

def to_make(quick):
    """One after the other: the books, an edition, corrections, what is refused and what is taken back."""
    yield "made/sample", "demo|--out|sample.sagstakt"
    yield "made/new", "new|made.sagstakt|--empty"
    yield "made/import", "import|../sample-data|--db|made.sagstakt|--create|--json"
    yield "made/bands-dry", "import|../bands|--db|made.sagstakt|--create|--dry-run"
    yield "made/bands", "import|../bands|--db|made.sagstakt|--create|--json"
    issue = "issue|--db|made.sagstakt|--half|2025H2|--committee|SB|--meeting|2026-10-12|--case-number|22/6043"
    if not quick:
        yield "made/issue-1", issue + "|--json"
    for number, (unit, figures) in enumerate([("FTI", "closed=9|opened=7"), ("FH", "cases=31"), ("BND", "withdrawn=2|waiting=")]):
        yield f"made/record-{number}", f"record|--db|made.sagstakt|--unit|{unit}|--month|2025-12|{figures}|--reason|Fundet ved gennemgang"
    yield "made/record-split", "record|--db|made.sagstakt|--unit|BFA|--month|2026-10|--caseworker|AAK|simple=9|complex=12|very_complex=6|--json"
    yield "made/record-lines", "record|-|--db|made.sagstakt|--json"
    if not quick:
        yield "made/issue-2", issue + "|--reason|Rettede tal"
        yield "made/editions", "editions|--db|made.sagstakt|--half|2025H2"
        yield "made/editions-json", "editions|--db|made.sagstakt|--half|2025H2|--json"
        yield "made/diff", "editions|--db|made.sagstakt|--half|2025H2|--committee|SB|--diff|1|2"
        yield "made/diff-json", "editions|--db|made.sagstakt|--half|2025H2|--committee|SB|--diff|1|2|--json"
        for form in ("txt", "html", "csv", "json", "docx", "xlsx", "pdf"):
            format_ = {"txt": "text"}.get(form, form)
            yield f"made/edition-1-{form}", f"overview|--db|made.sagstakt|--half|2025H2|--edition|1|--committee|SB|--format|{format_}|--out|OUT.{form}"
    for name, line in REFUSED.items():
        yield f"made/refused-{name}", line
    yield "made/undo", "undo|--db|made.sagstakt|--json"
    yield "made/redo", "redo|--db|made.sagstakt"
    yield "made/log", "log|--db|made.sagstakt"
    yield "made/log-json", "log|--db|made.sagstakt|--json"
    yield "made/log-entry", "log|--db|made.sagstakt|--entry|3|--lang|en"
    yield "made/log-csv", "log|--db|made.sagstakt|--format|csv|--out|OUT.csv"
    yield "made/check", "check|--db|made.sagstakt|--json"
    yield "made/disclose", "disclose|--db|made.sagstakt|--caseworker|AAK|--out|OUT.csv"


LINES = """--unit FTI --month 2026-09 cases=30 opened=4 closed=3
--unit BND --month 2026-09 waiting=4 longest_days=80 --reason "en grund"
# en bemærkning
--unit BFA --month 2026-09 --caseworker BRH cases=12
""".encode()

RECORD = "record|--db|made.sagstakt|--unit|"
REFUSED = {
    "verb": "overveiw", "option": "check|--db|made.sagstakt|--odd", "no-db": "check", "absent": "check|--db|absent.sagstakt",
    "foreign": "check|--db|../bands/enheder.csv", "unit": RECORD + "XX|--month|2025-12|cases=3", "month": RECORD + "FTI|--month|2025-13|cases=3",
    "number": RECORD + "FTI|--month|2025-12|cases=3,5", "negative": RECORD + "FTI|--month|2025-12|cases=-3", "huge": RECORD + "FTI|--month|2025-12|cases=123456789",
    "figure": RECORD + "FTI|--month|2025-12|kasser=3", "none": RECORD + "FTI|--month|2025-12", "caseworker": RECORD + "BFA|--month|2025-12|--caseworker|QQ|cases=3",
    "computed": RECORD + "BFA|--month|2025-12|cases=3", "register": RECORD + "FH|--month|2025-06|waiting=3", "early": RECORD + "BND|--month|2020-01|cases=3",
    "late": RECORD + "FTI|--month|2031-01|cases=3", "split": RECORD + "BFA|--month|2026-09|--caseworker|AAK|simple=3", "gone": RECORD + "BFA|--month|2026-09|--caseworker|DSV|cases=3",
    "period": "overview|--db|made.sagstakt|--half|2026H3", "two-periods": "overview|--db|made.sagstakt|--half|2026H1|--year|2026",
    "format": "overview|--db|made.sagstakt|--half|2026H1|--format|odt", "chart-figure": "chart|--db|made.sagstakt|--unit|FTI|--figure|coverage|--out|x.svg",
    "chart-kind": "chart|--db|made.sagstakt|--unit|FTI|--kind|pie|--out|x.svg", "chart-out": "chart|--db|made.sagstakt|--unit|FTI|--out|x.gif",
    "import": "import|../sample-data|--db|made.sagstakt|--keep|--replace", "import-absent": "import|absent.xlsx|--db|made.sagstakt",
    "import-again": "import|../changed|--db|made.sagstakt|--json", "import-words": "import|../changed|--db|made.sagstakt",
    "foreign-sheet": "import|../files/mangt.xls|--db|made.sagstakt", "locked": "import|../files/laast.xlsx|--db|made.sagstakt", "old-sheet": "import|../files/gammel.xls|--db|made.sagstakt|--dry-run|--json",
    "english": "--lang|en|record|--db|made.sagstakt|--unit|FTI|--month|2025-12|cases=x", "english-json": RECORD + "BFA|--month|2025-12|cases=3|--json|--lang|en",
    "edition": "overview|--db|made.sagstakt|--half|2025H2|--edition|7|--committee|SB|--format|pdf|--out|x.pdf", "committee": "editions|--db|made.sagstakt|--half|2025H2|--committee|XX",
    "erase": "erase|--db|made.sagstakt|--caseworker|QQ", "restore": "restore|--db|made.sagstakt|--from|absent.sagstakt", "undo-entry": "undo|--db|made.sagstakt|--entry|900",
    "undo-from": "undo|--db|made.sagstakt|--to|900", "export": "export|--db|made.sagstakt|--out|x|--profile|committee", "disclose": "disclose|--db|made.sagstakt|--caseworker|QQ",
}


def to_read(quick, kinds, figures):
    """In any order: what is asked of the two books."""
    for book, units in (("sample", UNITS), ("made", UNITS + ["BND"])):
        yield from overviews(quick, book, units)
        yield from documents(quick, book)
        yield from charts(quick, book, units, kinds, figures)
        for dialect in ("danish", "plain"):
            yield f"{book}/tables-{dialect}", f"export|--db|{book}.sagstakt|--out|OUT.folder|--dialect|{dialect}"


def overviews(quick, book, units):
    every = months(2019, 2026)
    periods = [("year", str(year)) for year in range(2019, 2027)] + [("quarter", f"{year}Q{part}") for year in range(2019, 2027) for part in (1, 2, 3, 4)]
    periods += [("half", f"{year}H{part}") for year in range(2019, 2027) for part in (1, 2)] + [("month", month) for month in every]
    for at, (span, period) in enumerate(periods):
        line = f"overview|--db|{book}.sagstakt|--{span}|{period}"
        if quick and (at + (book == "made")) % 9:
            continue
        yield f"{book}/overview-{period}-json", line + "|--json"
        yield f"{book}/overview-{period}-text", line
        yield f"{book}/overview-{period}-english", line + "|--lang|en"
        yield f"{book}/overview-{period}-csv", line + "|--format|csv|--out|OUT.csv"
        yield f"{book}/overview-{period}-plain", line + "|--format|csv|--dialect|plain|--out|OUT.csv"
        for unit in units if span != "month" else units[-1:]:
            yield f"{book}/overview-{period}-{unit}", f"{line}|--unit|{unit}|--json"


def documents(quick, book):
    halves = ["2025H2"] if quick else [f"{year}H{part}" for year in range(2019, 2027) for part in (1, 2)]
    for at, half in enumerate(halves):
        for profile in ("internal", "committee"):
            order = "case" if at % 3 == 1 else "overview"
            plain = f"overview|--db|{book}.sagstakt|--half|{half}|--profile|{profile}"
            line = f"{plain}|--order|{order}|--meeting|2026-10-12|--case-number|22/6043|--committee|SB"
            name = f"{book}/document-{half}-{profile}"
            for form in ("xlsx", "html"):
                yield f"{name}-{form}", f"{line}|--format|{form}|--out|OUT.{form}"
            if profile == "committee":                      # for the department these are figures, above
                yield f"{name}-txt", f"{line}|--format|text|--out|OUT.txt"
                yield f"{name}-csv", f"{plain}|--format|csv|--out|OUT.csv"
                yield f"{name}-plain", f"{plain}|--format|csv|--dialect|plain|--out|OUT.csv"
                yield f"{name}-json", f"{plain}|--format|json|--out|OUT.json"
            yield f"{name}-english", f"{line}|--format|html|--lang|en|--out|OUT.html"
            # Each takes a program that is not optimised some seconds.
            slow = 16 if profile == "internal" else 2 if book == "made" else 5
            if at % slow == 0 and (not quick or (book, profile) == ("made", "committee")):
                yield f"{name}-docx", f"{line}|--format|docx|--out|OUT.docx"
                yield f"{name}-pdf", f"{line}|--format|pdf|--out|OUT.pdf"
            if not quick and (book, half) == ("made", "2026H1"):
                yield f"{name}-zip", f"{line}|--format|zip|--out|OUT.zip"


def charts(quick, book, units, kinds, figures):
    for unit in units:
        for at, kind in enumerate(kinds):
            own = kind in ("week-bands", "strip", "heat")
            line = f"chart|--db|{book}.sagstakt|--unit|{unit}|--kind|{kind}|--out|OUT.svg"
            yield f"{book}/chart-{unit}-{kind}", line
            if not quick or book == "sample":
                yield f"{book}/chart-{unit}-{kind}-english", line + "|--lang|en"
            for figure in [] if own else figures[at::11] if quick else figures:
                yield f"{book}/chart-{unit}-{kind}-{figure}", f"{line}|--figure|{figure}"
                if kind == "run" and not quick:
                    yield f"{book}/chart-{unit}-{kind}-{figure}-long", f"{line}|--figure|{figure}|--from|2020-03|--to|2025-11"


def named_by(old, new, option):
    """The names that an option takes with both, as each lists them when it is given a wrong one."""
    found = []
    for program in (old, new):
        said = program.run(f"names/{option}", f"chart|--db|sample.sagstakt|--unit|BFA|--{option}|?|--out|x.svg").stderr.decode()
        names = re.search(r": ([a-z0-9_-]+(?:, [a-z0-9_-]+)+)", said)
        assert names, f"no names in: {said}"
        found.append(names.group(1).split(", "))
    return [name for name in found[0] if name in found[1]]


def opened(path):
    """A file as what is compared of it: the text of a PDF, the parts of what is packed."""
    if path.suffix == ".pdf" and shutil.which("pdftotext"):
        subprocess.run(["pdftotext", "-layout", path, f"{path}.txt"], check=True)
        path.unlink()
    elif path.suffix in (".docx", ".xlsx", ".zip"):
        folder = path.with_name(path.name + ".parts")
        with zipfile.ZipFile(path) as packed:
            packed.extractall(folder)
        path.unlink()
        for inner in [it for it in folder.rglob("*") if it.is_file()]:
            opened(inner)


def without_expected(name, text):
    for differences, instead in ((STAMPS, "…"), (EXPECTED, "")):
        for pattern, expression in differences:
            if re.search(pattern, name):
                text = re.sub(expression, instead, text)
    if text[:1] in "[{":
        try:
            whole = json.loads(text, parse_float=str, parse_int=str)
        except ValueError:
            return text
        return json.dumps(without_figures(whole), ensure_ascii=False, indent=1)
    return text


def without_figures(value):
    if isinstance(value, dict):
        return {key: without_figures(inner) for key, inner in value.items() if key not in EXPECTED_FIGURES}
    if isinstance(value, list):
        return [without_figures(inner) for inner in value if not named_in(inner)]
    return value


def named_in(value):
    """Whether an entry of a list is about such a figure: its own, or the relation of its two stocks."""
    if not isinstance(value, dict):
        return False
    if value.get("key") in EXPECTED_FIGURES:
        return True
    terms = [name for _, name in value.get("terms", [])] if isinstance(value.get("terms"), list) else []
    stocks = [it for it in terms if it.startswith("cases:")]
    return len(stocks) == 2 and all(it.startswith(("cases:", "net_transferred:")) for it in terms)


def difference(name, old, new):
    """What differs between two files; nothing where they are the same but for what is expected."""
    old, new = (it.read_bytes() if it.is_file() else None for it in (old, new))
    if old == new:
        return None
    if old is None or new is None:
        return [f"only in the {'new' if old is None else 'old'} one"]
    try:
        old, new = (without_expected(name, it.decode()) for it in (old, new))
    except UnicodeDecodeError:
        return [f"{len(old)} and {len(new)} bytes that are not text"]
    if old == new:
        return None
    if max(len(old), len(new)) > 2000:                       # XML and JSON in one line
        old, new = (re.sub(r"(?<=>)(?=<)", "\n", it) for it in (old, new))
    return [it[:300] for it in difflib.unified_diff(old.splitlines(), new.splitlines(), "old", "new", lineterm="", n=1)][2:]


def compared(old, new):
    names = {it.relative_to(side.folder) for side in (old, new) for it in side.folder.rglob("*") if it.is_file()}
    names = sorted(it for it in names if it.parts[0] != "home" and ".sagstakt" not in it.name)
    found = [(name, difference(str(name), old.folder / name, new.folder / name)) for name in names]
    return len(names), [(name, lines) for name, lines in found if lines]


def main():
    line = argparse.ArgumentParser(usage="tests/same_outputs.sh OLD NEW [FOLDER] [--quick]")
    line.add_argument("old"), line.add_argument("new"), line.add_argument("folder", nargs="?")
    line.add_argument("--quick", action="store_true")
    given = line.parse_args()
    folder = pathlib.Path(given.folder or tempfile.mkdtemp())
    for inner in ("old", "new", "bands", "changed", "sample-data", "files"):
        shutil.rmtree(folder / inner, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REPOSITORY / "sample-data", folder / "sample-data")
    shutil.copytree(REPOSITORY / "tests/files/import", folder / "files")
    made_up(folder / "bands")
    (folder / "changed").mkdir()
    changed = (folder / "bands/enhedstal.csv").read_text(encoding="utf-8").replace("2026-10;BND;", "2026-10;BND;9").replace("2026-09;BND;", "2026-99;BND;")
    (folder / "changed/enhedstal.csv").write_text(changed, encoding="utf-8")
    old, new = (Program(path, folder / name) for path, name in ((given.old, "old"), (given.new, "new")))

    def make(program):
        for name, words in to_make(given.quick):
            program.run(name, words, LINES if name == "made/record-lines" else None)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make, (old, new)))
        kinds, figures = (named_by(old, new, option) for option in ("kind", "figure"))
        runs = [(program, name, words) for name, words in to_read(given.quick, kinds, figures) for program in (old, new)]
        list(pool.map(lambda run: run[0].run(run[1], run[2]), runs))
        list(pool.map(opened, [it for side in (old, new) for it in side.folder.rglob("*") if it.is_file()]))
    if not shutil.which("pdftotext"):
        print("skipped: the text of PDF; pdftotext (poppler-utils) is not there")
    total, wrong = compared(old, new)
    for name, lines in wrong[:SHOWN_FILES]:
        print(f"--- {name}", *lines[:SHOWN_LINES], sep="\n    ")
    print(f"{total} outputs compared, {len(wrong)} differ" + (f"; they are in {folder}" if given.folder else ""))
    if not given.folder:
        shutil.rmtree(folder)
    sys.exit(1 if wrong or total < 500 else 0)


main()
