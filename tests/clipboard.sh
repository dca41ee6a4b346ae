#!/usr/bin/env bash
# Copies a chart's figures in a real window: text for spreadsheets and HTML for word processors are both on the clipboard.
# tests/clipboard.sh PROGRAM
set -euo pipefail
program=$1
source "$(dirname "$0")/desktop.sh"
desktop_start 1280x800
book="$desktop_work/bog.sagstakt"
"$program" demo --out "$book" 2> /dev/null
desktop_program "$program" --page caseload --size 1280x800 "$book"
desktop_settled "$desktop_work/page.png"
# The button Mere at the right of the large chart, and the third line of its menu.
desktop_click 1209 268
desktop_settled "$desktop_work/menu.png"
desktop_click 1050 381
desktop_settled "$desktop_work/copied.png"
text=$(xclip -selection clipboard -o | head -2)
html=$(xclip -selection clipboard -o -t text/html)
grep -qP '^oktober 2026\t28,8\t471 sager / 16,3 årsværk' <<< "$text" || { echo "not copied as text: $text"; exit 1; }
grep -q '<td style="text-align:right">28,8</td>' <<< "$html" || { echo "not copied as HTML: $html"; exit 1; }
desktop_close || { echo "closed with code $?"; exit 1; }
echo "clipboard: a chart's figures as text and as HTML"
