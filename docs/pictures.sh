#!/bin/bash
# Takes the pictures of the documentation from the window itself, on a fresh sample book.
#
#   docs/pictures.sh [PROGRAM]      PROGRAM is target/debug/sagstakt unless named
#
# Debian packages: xvfb openbox xdotool imagemagick libgl1 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0
#
# Everything happens on a screen and in a folder of its own: no window opens on yours, and your
# settings and files are not touched.
set -euo pipefail

cd "$(dirname "$0")/.."
program=${1:-target/debug/sagstakt}
size=1280x800
work=$(mktemp -d)
started=()

clean_up() {
    for process in "${started[@]}"; do
        kill "$process" 2>/dev/null || true
    done
    wait
    rm -rf "$work"
}
trap clean_up EXIT

wait_for() {
    for _ in $(seq 150); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    echo "gave up waiting for: $*" >&2
    return 1
}

# The server chooses a free number and tells it.
exec 3>"$work/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp >/dev/null 2>&1 &
started+=($!)
wait_for test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY
export LIBGL_ALWAYS_SOFTWARE=1

# No borders: the picture is the window.
mkdir -p "$work/openbox"
cat >"$work/openbox/rc.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <applications><application class="*"><decor>no</decor><position force="yes"><x>0</x><y>0</y></position></application></applications>
</openbox_config>
XML
openbox --config-file "$work/openbox/rc.xml" >/dev/null 2>&1 &
started+=($!)

export HOME="$work/home" XDG_CONFIG_HOME="$work/config" XDG_RUNTIME_DIR="$work"
mkdir -p "$HOME" "$XDG_CONFIG_HOME"
book="$work/Eksempel Kommune.sagstakt"
"$program" demo --out "$book" 2>/dev/null

# picture FILE THEME LANGUAGE [--page PAGE] [BOOK]
picture() {
    local file=$1 theme=$2 lang=$3 before=none now
    shift 3
    rm -rf "$XDG_CONFIG_HOME"
    "$program" "$@" --theme "$theme" --lang "$lang" --size "$size" 2>/dev/null &
    local process=$!
    started+=("$process")
    wait_for xdotool search --onlyvisible --pid "$process"
    xdotool mousemove 1279 799
    # Settled when two pictures in a row are the same.
    for _ in $(seq 40); do
        sleep 0.4
        import -window root "$work/now.png"
        now=$(identify -format '%#' "$work/now.png")
        if [ "$now" = "$before" ]; then break; fi
        before=$now
    done
    convert "$work/now.png" -strip -define png:compression-level=9 -define png:compression-strategy=1 -define png:compression-filter=1 "PNG24:$file"
    kill "$process"
    wait "$process" 2>/dev/null || true
    echo "$file"
}

picture docs/window.png light da --page overview "$book"
picture docs/caseload.png light da --page caseload "$book"
picture docs/waiting-dark.png dark da --page waiting "$book"
picture docs/start.png light da
