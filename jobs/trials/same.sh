# Sourced by the trials: tells whether what lakes and workbooks hold is the same.

# digest LAKE WORKBOOKS FILE ...: what they hold, a line each, into files.
digest() {
  [ -f "$work/bench.jar" ] || compile ../trials/Digest.java
  submit "$launcher" --jars "$jar" --class Digest "$work/bench.jar" "$@" >/dev/null
}

# same WHAT FILE FILE: compares two of them, and says so.
same() {
  if diff "$2" "$3" >"$work/difference"; then
    echo "$1: the same ($(grep -c rows "$2") tables, $(grep -c xlsx "$2") workbooks)"
  else
    echo "$1: OTHER: $(head -n 6 "$work/difference")"
    return 1
  fi
}
