#!/usr/bin/env bash
# Times the set of workbooks over the lake of the last nightly run against loops on one thread that write the same.
# Use: jobs/bench/workbooks.sh [TIMES]. With "memory" in the place of TIMES: writes a workbook with a table of 100,000 rows
# in a heap of 256 MB.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
times=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/minsheng" --version >/dev/null # builds what is missing
jar=$home/jobs/target/minsheng.jar
classpath=$(cat "$home/jobs/target/embedded.classpath")
mkdir "$work/classes"
javac -d "$work/classes" -cp "$jar:$classpath" "$home/jobs/bench/WorkbookSpeed.java" "$home/jobs/bench/PlainWriter.java"
jar --create --file "$work/bench.jar" -C "$work/classes" .

if [ "$times" = memory ]; then
  exec java -Xmx256m "-Djava.io.tmpdir=$work" -cp "$work/bench.jar:$jar:$classpath" org.minsheng.report.WorkbookSpeed memory
fi
# With the options of the launcher.
# shellcheck disable=SC2086
java ${MINSHENG_JAVA_OPTS:--Xmx2g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC} "@$home/conf/spark/java.opts" \
  "-Dlog4j2.configurationFile=file:$home/conf/log4j2.properties" "-Dminsheng.log=$work/log" "-Djava.io.tmpdir=$work" \
  -cp "$classpath" org.apache.spark.deploy.SparkSubmit --properties-file "$home/conf/spark/local.conf" \
  --conf spark.eventLog.enabled=true --conf spark.eventLog.compress=false --conf spark.eventLog.dir=file:/tmp/ev --jars "$jar" --class org.minsheng.report.WorkbookSpeed "$work/bench.jar" "$home/conf/minsheng.yaml" "$work" "$times"
