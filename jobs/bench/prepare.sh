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
  awk 'BEGIN {for (i = 0; i < 2844; i++) printf "%06d,县%04d,县%04d,county,220100,,,,,,100000,,,\n", 300000 + i, i, i}' \
    >>"$work/conf/regions.csv"
}

# Runs spark-submit on the embedded Spark: the options of Java as one word (MINSHENG_JAVA_OPTS goes before), then its own.
submit() {
  # shellcheck disable=SC2086
  java ${MINSHENG_JAVA_OPTS:-$1} "@$home/conf/spark/java.opts" \
    "-Dlog4j2.configurationFile=file:$home/conf/log4j2.properties" "-Dminsheng.log=$work/log" "-Djava.io.tmpdir=$work" \
    -cp "$classpath" org.apache.spark.deploy.SparkSubmit --properties-file "$home/conf/spark/local.conf" "${@:2}"
}
