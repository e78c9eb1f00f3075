# Finding a JDK 25, wherever it was installed.

# Sets and exports JAVA_HOME, or ends with what to install.
use_jdk() {
  local home
  home="$(find_jdk)" || fail "no JDK 25 was found: install one (for instance Temurin 25, package temurin-25-jdk from" \
    "Adoptium's repository, or sdk install java 25-tem), or set JAVA_HOME to where it is."
  export JAVA_HOME="$home"
}

# Prints the home of the first JDK 25 among the candidates.
find_jdk() {
  local home
  while IFS= read -r home; do
    if is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

# A JDK (it has a compiler) whose own `release` file says 25: no JVM is started to ask.
is_jdk_25() {
  [[ -x $1/bin/javac ]] && grep -qs '^JAVA_VERSION="25[."]' "$1/release"
}

# One folder per line, the user's own choice first.
jdk_candidates() {
  local java folder
  printf '%s\n' "${JAVA_HOME:-/nowhere}"
  if java="$(command -v java)"; then
    java="$(readlink -f "$java")"
    printf '%s\n' "${java%/bin/java}"
  fi
  if [[ -x /usr/libexec/java_home ]]; then
    /usr/libexec/java_home -v 25 2>/dev/null || true
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/homebrew/opt/openjdk@25 \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.local/share/mise/installs/java/*; do
    printf '%s\n' "$folder"
  done
}
