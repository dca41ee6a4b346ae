#!/usr/bin/env bash
# Master data with real keys in a real window: a unit is made, a caseworker moved, a leave reported, a target added and
# seen in the chart, a place put on the waiting list; then it is all taken back. No mouse.
# tests/registers.sh [PROGRAM]    PROGRAM is target/debug/sagstakt unless named
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/sagstakt}")
source tests/desktop.sh
desktop_start 1280x800
book="$desktop_work/stamdata.sagstakt"
fail() { echo "FAILED: $*" >&2; desktop_shot "${REGISTERS_PICTURE:-$desktop_work/failed.png}" || true; exit 1; }

# has FILE PATTERN   waits until the export of everything has a line like it
has() {
    local _
    for _ in $(seq 60); do
        rm -rf "$desktop_work/out"
        "$program" export --db "$book" --out "$desktop_work/out" > /dev/null 2>&1
        if grep -qE "$2" "$desktop_work/out/$1"; then return 0; fi
        sleep 0.25
    done
    fail "$1 has no line like $2"
}

"$program" demo --out "$book" > /dev/null 2>&1
desktop_program "$program" "$book" --page register --theme light --size 1280x800
desktop_settled "$desktop_work/page.png"

# find WORD   searches the section and chooses the first row; F6 then goes to what can be done with it
find_row() {
    desktop_keys ctrl+f ctrl+a
    desktop_type "$1"
    desktop_keys Down F6
    sleep 0.5
}

# A unit to move to. From the search Tab leads to the button.
desktop_keys ctrl+7 Tab Return
sleep 0.5
desktop_type "MOD"
desktop_keys Tab
desktop_type "Modtagelsen"
desktop_keys Return
has enheder.csv '^MOD;Modtagelsen'
echo "a unit made by keys"

# A leave: the first thing that can be done with a caseworker.
desktop_keys ctrl+Next
sleep 0.5
find_row klm
desktop_keys Return
sleep 0.5
desktop_keys ctrl+a
desktop_type "1.11.2026"
desktop_keys Tab
desktop_type "31.12.2026"
desktop_keys Return
has fravaer.csv 'KLM;2026-11-01;2026-12-31'
echo "a leave reported by keys"

# Moving is the second.
find_row ght
desktop_keys Tab Return
sleep 0.5
desktop_keys ctrl+a
desktop_type "dec 2026"
desktop_keys Return
has raadgivere.csv '^MOD;GHT;.*2026-12'
echo "a caseworker moved by keys"

# A target, seen in the chart.
drawn() { "$program" chart --db "$book" --unit BFA --figure caseload --out "$desktop_work/$1.svg" 2> /dev/null; }
drawn before
desktop_keys ctrl+3
desktop_settled "$desktop_work/before.png"
desktop_keys ctrl+7 ctrl+Next ctrl+Next
sleep 0.5
desktop_keys Tab Return
sleep 0.5
desktop_type "17"
desktop_keys Tab
desktop_type "23"
desktop_keys Tab ctrl+a
desktop_type "1.1.2026"
desktop_keys Tab
desktop_type "Udvalgets beslutning"
# The choice of unit: an arrow down takes the next one.
desktop_keys shift+Tab shift+Tab shift+Tab shift+Tab Down Tab Return
has maaltal.csv ';BFA;17;23;'
desktop_keys ctrl+3
desktop_settled "$desktop_work/after.png"
drawn after
grep -q '17–23' "$desktop_work/after.svg" || fail "the target is not in the chart"
! grep -q '17–23' "$desktop_work/before.svg" || fail "the target was there before"
if cmp -s "$desktop_work/before.png" "$desktop_work/after.png"; then fail "the chart in the window did not change"; fi
echo "a target added by keys and seen in the chart"

# Everything back: four steps.
desktop_keys ctrl+z ctrl+z ctrl+z ctrl+z
for _ in $(seq 60); do
    rm -rf "$desktop_work/out"
    "$program" export --db "$book" --out "$desktop_work/out" > /dev/null 2>&1
    grep -q '^MOD;' "$desktop_work/out/enheder.csv" || break
    sleep 0.25
done
if grep -rqE 'MOD;|;17;23;' "$desktop_work/out"; then fail "not everything was taken back"; fi
"$program" check --db "$book" > /dev/null 2>&1 || fail "the file is not sound"
echo "all of it taken back with Ctrl+Z, the file is sound"
desktop_close
