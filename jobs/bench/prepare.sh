# Sourced by the benches: builds the program, and gives them a folder that goes when they end, and Spark as the launcher has it.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$home/minsheng" --version >/dev/null # builds what is missing
jar=$home/jobs/target/minsheng.jar
classpath=$(cat "$home/jobs/target/embedded.classpath")
classpath=$home/jobs/target/${classpath//:/":$home/jobs/target/"}
launcher="-Xmx2g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

# Compiles classes of this folder into $work/bench.jar.
compile() {
  mkdir "$work/classes"
  javac -d "$work/classes" -cp "$jar:$classpath" "${@/#/$home/jobs/bench/}"
  jar --create --file "$work/bench.jar" -C "$work/classes" .
}

# Copies the configuration to $work/conf, with as many counties as the country has and no layouts.
whole_country() {
  cp -r "$home/conf" "$work/conf"
  rm "$work/conf/layouts/"*
  awk 'NR <= 2 || /,prefecture,/' "$home/conf/regions.csv" >"$work/conf/regions.csv"
  awk 'BEGIN {for (i = 0; i < 2844; i++)
    printf "%06d,县%04d,县%04d,,,county,220%d00,,,,,,%d,,,,\n", 300000 + i, i, i, i % 8 + 1, 100000 + i}' \
    >>"$work/conf/regions.csv"
}

# Puts so many indicators of one series each that have to reach 90% in 2025 in the place of the catalogue.
shares() {
  rm "$work/conf/catalogue/"*
  awk -v n="$1" 'BEGIN {
    print "field: 1\ntitle: {zh: bench, en: bench}\nseries:"
    for (i = 0; i < n; i++)
      printf "  - {id: bench_%03d, title: {zh: bench %03d, en: bench %03d}, unit: \"%%\", level: county, least: 0, most: 100}\n", i, i, i
    print "measures:\n  - measure: 1\n    title: {zh: bench, en: bench}\n    lead: bench\n    with: []\n    indicators:"
    for (i = 0; i < n; i++) {
      printf "      - id: \"1.%d\"\n        title: {zh: bench %d, en: bench %d}\n        unit: \"%%\"\n        most: 100\n", i + 1, i, i
      printf "        formula: {numerator: bench_%03d}\n        roll-up: share-of-counties\n", i
      print  "        targets:\n          - {kind: level, value: 90, deadline: 2025, quote: bench}"
    }
  }' >"$work/conf/catalogue/bench.yaml"
}

# Runs spark-submit on the embedded Spark: the options of Java as one word (MINSHENG_JAVA_OPTS goes before), then its own.
submit() {
  # shellcheck disable=SC2086
  java ${MINSHENG_JAVA_OPTS:-$1} "@$home/conf/spark/java.opts" \
    "-Dlog4j2.configurationFile=file:$home/conf/log4j2.properties" "-Dminsheng.log=$work/log" "-Djava.io.tmpdir=$work" \
    -cp "$classpath" org.apache.spark.deploy.SparkSubmit --properties-file "$home/conf/spark/local.conf" "${@:2}"
}
