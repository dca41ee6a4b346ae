#!/usr/bin/env python3
"""Every half-year of the sample by the program itself, against the expected figures: value, status, shown, change, signal."""
import glob, json, math, os, subprocess, sys

program, book, truth = sys.argv[1:4]
files = sorted(glob.glob(os.path.join(truth, "overview-*.json")))
if not files:
    sys.exit(print(f"skipped: no {truth}/overview-*.json") or 0)


def differences(expected, found, place):
    if isinstance(expected, dict):
        for key, value in expected.items():
            if not isinstance(found, dict) or key not in found:
                yield f"{place}.{key}: missing"
            else:
                yield from differences(value, found[key], f"{place}.{key}")
    elif isinstance(expected, list):
        if not isinstance(found, list) or len(expected) != len(found):
            yield f"{place}: {found!r} instead of {expected!r}"
        else:
            for at, (a, b) in enumerate(zip(expected, found)):
                yield from differences(a, b, f"{place}[{at}]")
    elif isinstance(expected, (int, float)) and not isinstance(expected, bool):
        if not isinstance(found, (int, float)) or not math.isclose(expected, found, rel_tol=1e-9, abs_tol=1e-12):
            yield f"{place}: {found!r} instead of {expected!r}"
    elif expected != found:
        yield f"{place}: {found!r} instead of {expected!r}"


wrong, compared = [], 0
for path in files:
    half = os.path.basename(path)[len("overview-"):-len(".json")]
    output = subprocess.run([program, "overview", "--db", book, "--half", half, "--json"], capture_output=True, check=True)
    found = {it["unit"]: it for it in json.loads(output.stdout)}
    for unit in json.load(open(path, encoding="utf-8")):
        compared += 1
        wrong += differences(unit, found.get(unit["unit"], {}), f"{half} {unit['unit']}")
print(f"{compared} units and half-years compared, {len(wrong)} differences")
print("\n".join(wrong[:20]))
sys.exit(1 if wrong else 0)
