"""Checks a PDF by PDF/UA-1 and PDF/A-2a, as far as Python's page-validation goes, and by outloud.

One of its rules is checked here instead: PDFA2A-STREAM-LENGTH-001 takes a carriage return that ends a
stream's data, and the line feed that is written before `endstream`, for one line ending, and finds the
stream a byte too short. Here every /Length must lead exactly to that line ending.
"""

import re
import sys

LENGTH = "PDFA2A-STREAM-LENGTH-001"


def lengths_are_exact(data):
    """Whether there are streams, and the data of each ends where its dictionary says."""
    seen = 0
    place = 0
    while match := re.compile(rb"/Length (\d+)\b[^\0]{0,400}?>>\s*stream\r?\n").search(data, place):
        end = match.end() + int(match.group(1))
        if not re.match(rb"\r?\n?endstream", data[end:end + 12]):
            return False
        seen += 1
        place = end
    return seen > 0 and seen == len(re.findall(rb"\nendstream", data))


def main(path):
    with open(path, "rb") as file:
        data = file.read()
    assert lengths_are_exact(data), f"{path}: a stream's length is wrong"
    by_page_validation(path)
    by_outloud(path)


def by_page_validation(path):
    try:
        import page
    except ImportError:
        print("skipped: Python's page-validation is not there")
        return
    for profile in ("ua1", "2a"):
        result = page.validate_pdf(path, profile=profile)
        failures = [(it.rule_id, it.message) for it in result.failures if it.rule_id != LENGTH]
        print(profile, "rules", result.rules.total, "failed", len(failures))
        assert not failures, failures[:5]


def by_outloud(path):
    try:
        import outloud
    except ImportError:
        print("skipped: Python's outloud is not there")
        return
    result = outloud.check(path)
    print("outloud errors", result.errors, "warnings", result.warnings)
    errors = [(it.rule, it.message) for it in result.findings if it.severity == "error"]
    assert result.errors == 0, errors[:5]


main(sys.argv[1])
