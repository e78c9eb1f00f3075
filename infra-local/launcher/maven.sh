# Running Maven with progress that a person can follow. Works with bash 3.2, which macOS still ships.

HEARTBEAT_SECONDS=15

# Maven, and for the dashboard Node and npm; one sentence each on how to mend what is missing.
require_build_tools() {
  local version
  version="$(tool_version mvn)" || fail "Maven was not found: install 3.8 or newer (apt install maven, or brew install maven)."
  at_least "$version" 3.8 || fail "Maven $version is too old: install 3.8 or newer."
  require_node
}

require_node() {
  local version
  version="$(tool_version node)" || fail "Node was not found: install 20 or newer (apt install nodejs npm, or brew install node)."
  at_least "$version" 20.0 || fail "Node $version is too old: install 20 or newer."
  command -v npm >/dev/null || fail "npm was not found: install it beside Node (apt install npm)."
}

# The first x.y in what `TOOL --version` prints; colours off, as Maven writes them even into a pipe.
tool_version() {
  command -v "$1" >/dev/null || return 1
  "$1" --version 2>/dev/null | sed -n "s/$(printf '\033')"'\[[0-9;]*m//g; s/^[^0-9]*\([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | sed -n 1p
}

at_least() {
  (($(printf '%d%03d' "${1%%.*}" "${1#*.}") >= $(printf '%d%03d' "${2%%.*}" "${2#*.}")))
}

# run_maven LOG SHOW ARGS…: the whole output goes to LOG, each line also to the function SHOW; returns Maven's exit code.
# Maven runs in the background, where a shell makes it deaf to Ctrl-C: so it is ended by hand.
run_maven() {
  local log="$1" show="$2" pid status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  : >"$log"
  (cd "$PICKUP_HOME" && exec mvn -B -Dstyle.color=never "$@") >"$log" 2>&1 9>&- &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; say "Stopped."; exit 130' INT TERM
  follow "$log" "$pid" "$show"
  wait "$pid" || status=$?
  trap - INT TERM
  return "$status"
}

# Gives SHOW each finished line of a growing file until the process has ended and all was read.
follow() {
  local log="$1" pid="$2" show="$3" line rest="" alive=1
  QUIET_SINCE=$SECONDS
  exec 8<"$log"
  while ((alive)); do
    kill -0 "$pid" 2>/dev/null || alive=0
    while IFS= read -r line <&8; do
      "$show" "$rest$line"
      rest=""
    done
    rest+="$line"
    heartbeat
    ((alive)) && sleep 0.3
  done
  exec 8<&-
}

# Something is said at least every HEARTBEAT_SECONDS; DOING and DOWNLOADS are kept by the SHOW functions.
heartbeat() {
  if ((SECONDS - QUIET_SINCE >= HEARTBEAT_SECONDS)); then
    progress "    … still at ${DOING:-the preparations}$( ((DOWNLOADS > 0)) && printf ', %d files downloaded' "$DOWNLOADS"), $SECONDS s so far"
  fi
}

progress() {
  QUIET_SINCE=$SECONDS
  say "$@"
}

DOING="" # e.g. a module; empty while Maven itself starts
DOWNLOADS=0

# Understands the lines that every Maven run has: the module that begins, a file that was downloaded.
# Returns 1 for any other line.
show_module() {
  case "$1" in
    "[INFO] Building Pickup: "*"["*/*"]")
      DOING="$(sed 's/^\[INFO\] Building Pickup: \(.*\) [^ ][^ ]* *\[.*/\1/' <<<"$1")"
      progress "  [${1##*\[} $DOING"
      ;;
    *"Downloaded from "*) DOWNLOADS=$((DOWNLOADS + 1)) ;;
    *) return 1 ;;
  esac
}

# show_errors LOG: what Maven says about failed modules and tests, without its advice to itself. Warnings are errors here.
show_errors() {
  local unreached
  awk '
    /-X switch|-e switch|For more information|\[Help 1\] http|resume the build|mvn <args>|^\[ERROR\] *(-> .*)?$/ { next }
    /^\[(ERROR|INFO|WARNING)\]/ { message = 0 }
    /^\[ERROR\] (Failures|Errors): *$/ { message = 1; next }
    /^\[WARNING\] \/.*\.java:/ || /^\[ERROR\]/ || message { sub(/ *-> \[Help 1\]/, ""); print; shown++ }
    /^\[ERROR\]  / { message = 1 }
    END { exit shown == 0 }' "$1" | tail -n 80 >&2 || tail -n 25 "$1" >&2
  unreached="$(sed -n 's/^\[INFO\] Pickup: \(.*[^ .]\) \.* SKIPPED$/\1/p' "$1" | paste -s -d , - | sed 's/,/, /g')"
  [[ -z $unreached ]] || say "Not reached because of this: $unreached."
  say "The build failed; all of it is in $1."
}
