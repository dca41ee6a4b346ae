#!/usr/bin/env bash
# CPU and memory of whole processes, in turns with a peer: import (beside the sqlite3 shell's .import into plain
# tables) and one half-year's overview (beside a bare sum over the same rows). Needs sqlite3, python3, GNU time, and ../shared/tools/scale.py.
#   benches/peers.sh [PROGRAM] [RUNS]
set -euo pipefail
program=$(realpath "${1:-target/release/sagstakt}")
runs=${2:-5}
shared=${SAGSTAKT_SHARED:-$(dirname "$0")/../../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Seconds of CPU and MiB of memory of a command, the middle of several runs.
measure() {
  for _ in $(seq "$runs"); do
    rm -f "$work"/run.*
    [ -f "$work/start.sagstakt" ] && cp "$work/start.sagstakt" "$work/run.sagstakt"
    /usr/bin/time -f '%U %S %M' -o "$work/time" "$@" > /dev/null 2>&1
    tail -1 "$work/time"
  done | awk '{printf "%.3f %d\n", $1 + $2, $3 / 1024}' | sort -n | awk '{cpu[NR] = $1; mib[NR] = $2} END {m = int((NR + 1) / 2); printf "%.3f s CPU, %d MiB (%d runs, %.3f-%.3f)\n", cpu[m], mib[m], NR, cpu[1], cpu[NR]}'
}

shell_import() {
  {
    echo "pragma journal_mode=truncate; pragma synchronous=extra;"
    echo "create table sagstal(a, b, c, d integer, e, f, g); create table venteliste(a, b, c, d, e, f);"
    echo ".mode csv"
    echo ".separator ;"
    echo ".import --skip 1 $1/sagstal.csv sagstal"
    echo ".import --skip 1 $1/venteliste.csv venteliste"
  } > "$work/shell.sql"
  echo "sqlite3 $work/run.db < $work/shell.sql" > "$work/shell.sh"
}

"$program" new --empty "$work/start.sagstakt" 2> /dev/null
# 100,000 counts in one file, into an empty book, at most three times the shell's time; then the same again, which changes nothing.
python3 "$shared/tools/scale.py" "$work/list" --municipalities 10
head -n 100001 "$work/list/sagstal.csv" > "$work/sagstal.csv"
echo "list: $(($(wc -l < "$work/sagstal.csv") - 1)) counts in one file"
echo "  sagstakt import    $(measure "$program" import "$work/sagstal.csv" --create --db "$work/run.sagstakt")"
grep -v venteliste <<< "$(shell_import "$work"; cat "$work/shell.sql")" > "$work/list.sql"
echo "create table sagstal(a, b, c, d integer, e, f, g);" | cat <(head -1 "$work/list.sql") - <(tail -n +2 "$work/list.sql") > "$work/shell.sql"
echo "  sqlite3 .import    $(measure sh "$work/shell.sh")"
cp "$work/start.sagstakt" "$work/list.sagstakt"
"$program" import "$work/sagstal.csv" --create --db "$work/list.sagstakt" > /dev/null 2>&1
echo "  the second import  $("$program" import "$work/sagstal.csv" --create --db "$work/list.sagstakt" 2> /dev/null | head -1)"

for size in "book --municipalities 1" "nation --municipalities 98 --caseworkers 40 --episodes 1000000"; do
  name=${size%% *}
  python3 "$shared/tools/scale.py" "$work/$name" ${size#* }
  echo "$name: $(($(wc -l < "$work/$name/sagstal.csv") - 1)) counts, $(($(wc -l < "$work/$name/venteliste.csv") - 1)) episodes"
  echo "  sagstakt import    $(measure "$program" import "$work/$name" --db "$work/run.sagstakt")"
  shell_import "$work/$name"
  echo "  sqlite3 .import    $(measure sh "$work/shell.sh")"
  cp "$work/start.sagstakt" "$work/$name.sagstakt"
  "$program" import "$work/$name" --db "$work/$name.sagstakt" > /dev/null 2>&1
  echo "  sagstakt overview  $(measure "$program" overview --db "$work/$name.sagstakt" --half 2025H1 --json)"
  scan="select sum(cases + month + caseworker + ifnull(simple, 0)) from case_count;
        select count(started), count(withdrawn), sum(approved + offer), max(reference) from episode"
  echo "  sqlite3 bare scan  $(measure sqlite3 "$work/$name.sagstakt" "$scan")"
done
