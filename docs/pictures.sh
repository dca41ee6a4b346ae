#!/usr/bin/env bash
# Takes the pictures of the documentation from the window itself, on a fresh sample book.
#
#   docs/pictures.sh [PROGRAM]      PROGRAM is target/debug/sagstakt unless named
set -euo pipefail

cd "$(dirname "$0")/.."
program=${1:-target/debug/sagstakt}
source tests/desktop.sh

# begin SIZE   a screen of this size, with a fresh sample book
begin() {
    size=$1
    desktop_start "$size"
    book="$desktop_work/Eksempel Kommune.sagstakt"
    "$program" demo --out "$book" 2> /dev/null
}

# picture FILE THEME LANGUAGE ZOOM [--page PAGE] [BOOK]
picture() {
    local file=$1 theme=$2 lang=$3 zoom=$4
    shift 4
    rm -rf "$XDG_CONFIG_HOME"
    mkdir -p "$XDG_CONFIG_HOME/sagstakt"
    echo "{\"zoom\": $zoom}" > "$XDG_CONFIG_HOME/sagstakt/window.json"
    desktop_program "$program" "$@" --theme "$theme" --lang "$lang" --size "$size"
    # The book is read on a thread of its own: a window that waits for it stands still too.
    sleep 3
    xdotool mousemove "${size%x*}" "${size#*x}"
    if [ -n "${scrolled:-}" ]; then
        # What is scrolled before the page is there is lost.
        desktop_settled "$desktop_work/now.png"
        xdotool mousemove $((${size%x*} / 2)) $((${size#*x} / 2)) click --repeat 40 --delay 20 5
        xdotool mousemove "${size%x*}" "${size#*x}"
    fi
    desktop_settled "$desktop_work/now.png"
    convert "$desktop_work/now.png" -strip -define png:compression-level=9 -define png:compression-strategy=1 -define png:compression-filter=1 "PNG24:$file"
    desktop_kill
    echo "$file"
}

(
    begin 1280x800
    picture docs/window.png light da 1 --page overview "$book"
    picture docs/caseload.png light da 1 --page caseload "$book"
    picture docs/waiting.png light da 1 --page waiting "$book"
    picture docs/waiting-dark.png dark da 1 --page waiting "$book"
    scrolled=yes picture docs/caseload-below.png light da 1 --page caseload "$book"
    scrolled=yes picture docs/waiting-below.png light da 1 --page waiting "$book"
    picture docs/start.png light da 1
)
(
    begin 1920x1080
    for page in caseload waiting; do
        picture "docs/$page-1920.png" light da 1 --page "$page" "$book"
        picture "docs/$page-200-percent.png" light da 2 --page "$page" "$book"
    done
)
