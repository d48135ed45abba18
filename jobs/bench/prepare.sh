# Sourced by the benches and trials: builds the program, and gives them a folder that goes when they end, and Spark as the
# launcher has it.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$home/minsheng" --version >/dev/null # builds what is missing
jar=$home/jobs/target/minsheng.jar
classpath=$(cat "$home/jobs/target/embedded.classpath")
classpath=$home/jobs/target/${classpath//:/":$home/jobs/target/"}
launcher="-Xmx2g -Xms1g -Xmn600m -XX:MetaspaceSize=300m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

# Compiles classes of this folder into $work/bench.jar.
compile() {
  mkdir "$work/classes"
  javac -d "$work/classes" -cp "$jar:$classpath" "${@/#/$home/jobs/bench/}"
  jar --create --file "$work/bench.jar" -C "$work/classes" .
}

# Puts into $submitted what runs spark-submit on the embedded Spark: the options of Java as one word (MINSHENG_JAVA_OPTS goes
# before), then its own.
submitted() {
  # shellcheck disable=SC2206
  submitted=(java ${MINSHENG_JAVA_OPTS:-$1} "@$home/conf/spark/java.opts"
    "-Dlog4j2.configurationFile=file:$home/conf/log4j2.properties" "-Dminsheng.log=$work/log" "-Djava.io.tmpdir=$work"
    -cp "$classpath" org.apache.spark.deploy.SparkSubmit --properties-file "$home/conf/spark/local.conf" "${@:2}")
}

submit() {
  submitted "$@"
  "${submitted[@]}"
}
