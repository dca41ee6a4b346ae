#!/usr/bin/env bash
# A desktop of its own for scripts that use the window with real keys: sourced, not run.
#
#   source tests/desktop.sh
#   desktop_start [SIZE]            an empty screen (1280x800), a window manager without borders, Danish keys
#   desktop_program PROGRAM ARGS    starts the program and waits for its window; $desktop_window is its process
#   desktop_keys KEY...             presses keys by name, one after the other: Return Tab ctrl+v F2
#   desktop_type TEXT               types a text, Danish letters too
#   desktop_click X Y               clicks at a place on the screen
#   desktop_copy FILE               puts the text of a file on the clipboard
#   desktop_pasted                  prints what is on the clipboard
#   desktop_settled FILE            takes a picture once two in a row are alike
#   desktop_shot FILE               takes a picture now
#   desktop_close                   asks the window to close, as its cross does, and waits for the process
#   desktop_stop                    ends everything that was started
#
# Debian packages: xvfb openbox xdotool xclip x11-xkb-utils imagemagick libgl1 libx11-xcb1 libxcursor1 libxi6
# libxkbcommon-x11-0
#
# Everything happens on a screen and in a folder of its own ($desktop_work): no window opens on yours, and your
# settings and files are not touched.

desktop_started=()
desktop_window=

# desktop_wait COMMAND...   until it succeeds; 15 seconds at most
desktop_wait() {
    local _
    for _ in $(seq 150); do
        if "$@" > /dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    echo "gave up waiting for: $*" >&2
    return 1
}

desktop_start() {
    local size=${1:-1280x800}
    desktop_work=$(mktemp -d)
    trap desktop_stop EXIT
    # The server chooses a free number and tells it once it is ready. Without -noreset it forgets the keys again
    # as soon as the program that set them has ended.
    exec 3> "$desktop_work/display"
    Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset > /dev/null 2>&1 &
    desktop_started+=($!)
    desktop_wait test -s "$desktop_work/display"
    DISPLAY=:$(cat "$desktop_work/display")
    export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
    unset WAYLAND_DISPLAY
    # Without this letters that are not on an American keyboard are dropped or doubled.
    desktop_wait setxkbmap dk
    # No borders: a picture of the screen is the window.
    mkdir -p "$desktop_work/openbox"
    cat > "$desktop_work/openbox/rc.xml" << 'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*"><decor>no</decor><focus>yes</focus><position force="yes"><x>0</x><y>0</y></position></application></applications>
</openbox_config>
XML
    openbox --config-file "$desktop_work/openbox/rc.xml" > /dev/null 2>&1 &
    desktop_started+=($!)
    export HOME="$desktop_work/home" XDG_CONFIG_HOME="$desktop_work/config" XDG_RUNTIME_DIR="$desktop_work"
    mkdir -p "$HOME" "$XDG_CONFIG_HOME"
    chmod 700 "$desktop_work"
}

desktop_program() {
    "$@" > "$desktop_work/program.log" 2>&1 &
    desktop_window=$!
    desktop_started+=("$desktop_window")
    if ! desktop_wait xdotool search --onlyvisible --pid "$desktop_window"; then
        cat "$desktop_work/program.log" >&2
        return 1
    fi
    local id
    id=$(xdotool search --onlyvisible --pid "$desktop_window" | tail -1)
    xdotool windowactivate --sync "$id" 2> /dev/null || true
    xdotool mousemove 1279 799
}

desktop_keys() {
    xdotool key --clearmodifiers --delay 30 "$@"
}

desktop_type() {
    xdotool type --clearmodifiers --delay 30 -- "$1"
}

desktop_click() {
    xdotool mousemove "$1" "$2" click 1
}

desktop_copy() {
    xclip -selection clipboard -in < "$1"
}

desktop_pasted() {
    timeout 5 xclip -selection clipboard -out
}

desktop_shot() {
    import -window root "$1"
}

desktop_settled() {
    local before=none now _
    for _ in $(seq 40); do
        sleep 0.4
        import -window root "$1"
        now=$(identify -format '%#' "$1")
        if [ "$now" = "$before" ]; then return 0; fi
        before=$now
    done
}

desktop_close() {
    local _
    xdotool key --clearmodifiers alt+F4
    for _ in $(seq 150); do
        if ! kill -0 "$desktop_window" 2> /dev/null; then
            wait "$desktop_window" 2> /dev/null || return $?
            return 0
        fi
        sleep 0.1
    done
    echo "the window did not close" >&2
    return 1
}

# Ends one program that desktop_program started, at once.
desktop_kill() {
    kill "$desktop_window" 2> /dev/null || true
    wait "$desktop_window" 2> /dev/null || true
}

desktop_stop() {
    local process
    for process in "${desktop_started[@]}"; do
        kill "$process" 2> /dev/null || true
    done
    wait 2> /dev/null || true
    rm -rf "${desktop_work:?}"
}
