# Building the product when it is missing or stale, once, however many commands ask for it at the same time.

PICKUP_TARGET="$PICKUP_HOME/infra-local/target/pickup"
# Says when the last good build began (by its time) and which folder holds its jars (by its content).
BUILT="$PICKUP_TARGET/built"
LOCK="$PICKUP_HOME/target/pickup.lock"
LOCK_SECONDS=1800
KEPT_RUNS=3

# What the running product is made of. Tests are not part of it.
SOURCES=(pom.xml .mvn events eventstream core simulators functions media-fargate benchmarks infra-local dashboard)

ensure_built() {
  is_fresh && return 0
  require_build_tools
  lock
  if ! is_fresh; then build; fi
  unlock
}

# True when no source, and no folder that lost one, is newer than the last good build.
is_fresh() {
  [[ -f $BUILT && -d $(<"$BUILT") ]] || return 1
  [[ -z $(cd "$PICKUP_HOME" && find "${SOURCES[@]}" \
    \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' -o -path infra-local/launcher \) -prune \
    -o \( -type f -o -path '*/src/*' \) -newer "$BUILT" -print | head -n 1) ]]
}

build() {
  local log="$PICKUP_HOME/target/pickup-build.log" begun="$PICKUP_TARGET/building" status=0
  mkdir -p "$PICKUP_TARGET"
  if [[ -f $BUILT ]]; then
    say "Building what has changed:"
  else
    say "Building Pickup. The first build downloads libraries and takes a few minutes:"
  fi
  touch "$begun"
  run_maven "$log" show_build package -pl infra-local -am -Dmaven.test.skip=true -Dspotless.check.skip=true || status=$?
  if ((status)); then
    show_errors "$log"
    exit "$status"
  fi
  snapshot >"$BUILT.new"
  touch -r "$begun" "$BUILT.new"
  mv "$BUILT.new" "$BUILT"
  say "Built in $SECONDS s."
}

show_build() { show_module "$1" || true; }

# Copies our jars (and links the others) to a folder of this build alone, and prints its name: a product that is running
# keeps its jars while the next build writes new ones.
snapshot() {
  local run jar
  run="$(mktemp -d "$PICKUP_TARGET/run.XXXXXX")"
  for jar in "$PICKUP_TARGET"/lib/*.jar; do
    case "$jar" in
      */pickup-*) cp "$jar" "$run/" ;;
      *) ln "$jar" "$run/" 2>/dev/null || cp "$jar" "$run/" ;;
    esac
  done
  # shellcheck disable=SC2012 # our own names: no odd characters
  ls -dt "$PICKUP_TARGET"/run.* | sed "1,${KEPT_RUNS}d" | while IFS= read -r jar; do rm -rf "$jar"; done
  printf '%s\n' "$run"
}

# Held through file descriptor 9: gone with this process, however it ends.
lock() {
  mkdir -p "$(dirname "$LOCK")"
  exec 9>"$LOCK"
  try_lock 0 && return 0
  say "Another pickup command is building; waiting for it."
  try_lock "$LOCK_SECONDS" || fail "the other build did not end within $((LOCK_SECONDS / 60)) minutes: end it and try again."
}

unlock() { exec 9>&-; }

# try_lock SECONDS. macOS has no flock command, but perl locks the same descriptor.
try_lock() {
  if command -v flock >/dev/null; then
    flock -w "$1" 9
  else
    perl -MFcntl=:flock -e 'alarm $ARGV[0]; open my $f, ">&=9"; exit !flock $f, LOCK_EX | ($ARGV[0] ? 0 : LOCK_NB)' "$1"
  fi
}
