#!/usr/bin/env bash
# Starts the window on the sample under Xvfb, sees that it is there, has something on it, costs nothing when
# nothing happens, and closes. tests/window.sh PROGRAM FOLDER
set -euo pipefail
program=$1 work=$2
source "$(dirname "$0")/desktop.sh"
desktop_start
"$program" demo --out "$work/window.sagstakt" 2> /dev/null
began=$(date +%s%N)
desktop_program "$program" "$work/window.sagstakt"
shown=$((($(date +%s%N) - began) / 1000000))
window=$desktop_window
sleep 3
desktop_shot "$work/window.png"
colours=$(identify -format %k "$work/window.png")
[ "$colours" -gt 50 ] || { echo "an empty window: $colours colours"; exit 1; }
before=$(awk '{print $14 + $15}' "/proc/$window/stat"); sleep 2; after=$(awk '{print $14 + $15}' "/proc/$window/stat")
memory=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$window/status")
echo "window: visible after $shown ms, $colours colours, $memory MiB, $((after - before)) ticks of 200 used while idle"
[ $((after - before)) -le 4 ] || { echo "busy while nothing happens"; exit 1; }
desktop_close || { echo "closed with code $?"; exit 1; }
# Without a display the program says so, in words and with its own exit code.
code=0; env -u DISPLAY -u WAYLAND_DISPLAY "$program" "$work/window.sagstakt" 2> "$work/none.log" || code=$?
grep -q INGEN-SKAERM "$work/none.log" && [ $code = 6 ] || { echo "no display: exit $code"; cat "$work/none.log"; exit 1; }
