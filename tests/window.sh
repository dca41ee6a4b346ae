#!/usr/bin/env bash
# Starts the window on the sample under Xvfb, sees that it is there, has something on it, costs nothing when
# nothing happens, and closes. tests/window.sh PROGRAM FOLDER
set -euo pipefail
program=$1 work=$2
export XDG_CONFIG_HOME=$work/config LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
# The server chooses a free number and tells it once it is ready.
exec 3> "$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp > /dev/null 2>&1 & server=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox > /dev/null 2>&1 & manager=$!
trap 'kill ${window:-} $manager $server 2> /dev/null || true' EXIT
sleep 0.5
"$program" demo --out "$work/window.sagstakt" 2> /dev/null
began=$(date +%s%N)
"$program" "$work/window.sagstakt" > "$work/window.log" 2>&1 & window=$!
for _ in $(seq 500); do xdotool search --onlyvisible --name Sagstakt > /dev/null 2>&1 && break; sleep 0.02; done
shown=$((($(date +%s%N) - began) / 1000000))
xdotool search --name Sagstakt > /dev/null || { echo "no window"; cat "$work/window.log"; exit 1; }
sleep 3
import -window root "$work/window.png"
colours=$(identify -format %k "$work/window.png")
[ "$colours" -gt 50 ] || { echo "an empty window: $colours colours"; exit 1; }
before=$(awk '{print $14 + $15}' "/proc/$window/stat"); sleep 2; after=$(awk '{print $14 + $15}' "/proc/$window/stat")
memory=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$window/status")
echo "window: visible after $shown ms, $colours colours, $memory MiB, $((after - before)) ticks of 200 used while idle"
[ $((after - before)) -le 4 ] || { echo "busy while nothing happens"; exit 1; }
kill $window
wait $window 2> /dev/null || true
# Without a display the program says so, in words and with its own exit code.
code=0; env -u DISPLAY -u WAYLAND_DISPLAY "$program" "$work/window.sagstakt" 2> "$work/none.log" || code=$?
grep -q INGEN-SKAERM "$work/none.log" && [ $code = 6 ] || { echo "no display: exit $code"; cat "$work/none.log"; exit 1; }
