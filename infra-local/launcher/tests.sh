# Every test of every module, as CI runs them, and one line at the end that says how it went.

# run_tests [--] [MAVEN ARGS…]
run_tests() {
  local log="$PICKUP_HOME/target/pickup-test.log" begun="$PICKUP_HOME/target/pickup-test.begun" status=0
  [[ ${1:-} == -- ]] && shift
  require_build_tools
  models_present || ensure_built
  fetch_models
  lock
  touch "$begun"
  say "Building and testing every module; the whole output goes to $log"
  run_maven "$log" show_test verify --fail-at-end "-Dpickup.models.dir=$MODELS_DIR" "$@" || status=$?
  unlock
  ((status)) && show_errors "$log"
  test_summary "$begun"
  return "$status"
}

# A line per module, per test class, and whatever went wrong, at once.
show_test() {
  show_module "$1" && return 0
  case "$1" in
    "[INFO] Running "*) DOING="${1##*.}" ;;
    "[INFO] Tests run:"*" -- in "* | "[WARNING] Tests run:"*" -- in "*)
      progress "    $(sed 's/.*Tests run: \([0-9]*\),.*Skipped: \([0-9]*\), Time elapsed: \(.*\) -- in .*\.\(.*\)/\4: \1 run, \2 skipped, \3/' <<<"$1")"
      ;;
    "[ERROR]"*"<<< "* | *"dashboard: "*) progress "    $1" ;;
  esac
}

# Sums the reports written since the run began; Vitest writes the same format as Surefire.
test_summary() {
  find "$PICKUP_HOME" -name node_modules -prune -o -path '*/target/surefire-reports/TEST-*.xml' -newer "$1" -print0 |
    xargs -0 cat /dev/null | grep -o '<testsuite [^>]*>' | awk -v seconds="$SECONDS" '
      function count(name,   at) {
        if (!match($0, " " name "=\"[0-9]+\"")) return 0
        at = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
        return at + 0
      }
      { run += count("tests"); failed += count("failures") + count("errors"); skipped += count("skipped") }
      END { printf "%d passed, %d failed, %d skipped in %d min %d s\n", run - failed - skipped, failed, skipped, seconds / 60, seconds % 60 }
    '
}
