#!/usr/bin/env bash
# Clones the project into a folder with an ugly name and builds it there; unpacks the package (mvn package) into another one, from
# which a user who may not write into it, and has no Maven, runs every command, with landing, lake and workbooks in folders with
# names that are as ugly. In the landing folder are things that no reader can open. Has to be run as root, who alone can be
# another user. Use: jobs/trials/names.sh
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
ugly='100% #a+b[c]{d}?*&é'
clone="$work/民生 源码 $ugly"
home="$work/民生 系统(终稿) $ugly"
theirs="$work/数据 $ugly"
landing="$theirs/落地 区(终稿) 😀"

umask 022
git clone -q "$here" "$clone"
"$clone/minsheng" --version # builds it
find "$clone/jobs/target" -exec touch -d '1 hour' {} +

mkdir "$home"
tar xzf "$(find "$here/jobs/target" -name 'minsheng-*.tar.gz')" -C "$home" --strip-components=1
mkdir "$work/bin" # what a machine without Maven has
ln -s /bin/* "$work/bin"
ln -sf "$(readlink -f "$(command -v java)")" "$work/bin/java"
rm -f "$work/bin"/mvn*

mkdir -p "$landing/水利局 $ugly:" "$landing/closed"
cp "$here"/sample-data/landing/2026-01-28/*.csv "$landing/水利局 $ugly:"
columns=series,ref_area,time_period,obs_value,obs_status
printf '%s\n' "$columns" rural_population,220122,2025,1000,A >"$landing/*?#.csv"
printf '%s\n' "$columns" rural_population,220182,2025,1000,A >"$landing/$(printf '%0200d' 0).csv"
touch "$landing/locked.csv" "$landing/closed/a.csv" "$landing/$(printf '\303\361').csv"
chmod 000 "$landing/locked.csv" "$landing/closed"
ln -s . "$landing/round"
ln -s nothing "$landing/dangling"
mkfifo "$landing/pipe"
chown -R 65534:65534 "$theirs"
chown 0:0 "$landing/locked.csv" "$landing/closed"

another() {
  (cd "$theirs" && setpriv --reuid=65534 --regid=65534 --clear-groups env -i HOME=/nonexistent PATH="$work/bin" "$@")
}

as_another() {
  another MINSHENG_VAR="$theirs/var" MINSHENG_LANDING="$landing" MINSHENG_LAKE="$theirs/湖 $ugly" \
    MINSHENG_WORKBOOKS="$theirs/工作簿 $ugly" "$home/minsheng" "$@"
}

as_another --help >/dev/null
as_another check
as_another catalogue --format csv >/dev/null
as_another nightly >"$work/out"
grep -q "6 条：文件无法读取" "$work/out" # locked, closed, round, dangling, pipe, and a name that is not UTF-8
test "$(grep -c "重复" "$work/out")" -eq 0
test -s "$theirs/工作簿 $ugly/1-全省/吉林省-民生实事目标进展-简报.xlsx"
as_another nightly >"$work/out"
as_another maintain | grep "一切完好"
as_another template --year 2025 --office 省水利厅 --out "$theirs/模板 $ugly.xlsx"
test -s "$theirs/模板 $ugly.xlsx"
as_another sample --out "$theirs/样例 $ugly" >/dev/null
code=0
as_another sample --counties 3 --indicators 2 --years 2024-2025 --out "$theirs/合成 $ugly" 2>/dev/null || code=$?
test "$code" -eq 2 # a night over it would write into their lake
another MINSHENG_VAR="$theirs/var" "$home/minsheng" sample --counties 3 --indicators 2 --years 2024-2025 --out "$theirs/合成 $ugly" >/dev/null
another MINSHENG_VAR="$theirs/var" "$home/minsheng" nightly --conf "$theirs/合成 $ugly/conf/minsheng.yaml" >/dev/null
test -d "$theirs/合成 $ugly/var/lake/progress"
test ! -e "$theirs/var/lake"
as_another ingest --draft-layout "$(find "$landing/水利局 $ugly:" -name '*_基本康复服务情况_2018-2025.csv')" |
  grep "series: rehab_need" >/dev/null

echo "== what cannot be opened taken away, and a quiet night"
rm -rf "$landing/locked.csv" "$landing/closed" "$landing/round" "$landing/dangling" "$landing/pipe" "$landing/"$'\303\361'.csv
as_another nightly >"$work/out"
as_another nightly | grep "没有新的内容" >/dev/null

echo "== where nothing can be written, or the program is outdated: reported, and never exit code 1"
code=0
another "$home/minsheng" nightly 2>"$work/err" || code=$?
test "$code" -eq 4
grep -q "point MINSHENG_VAR" "$work/err"
touch -d '2 hours' "$clone/pom.xml"
code=0
another "$clone/minsheng" check 2>"$work/err" || code=$?
test "$code" -eq 2
grep -q "has to be built" "$work/err"
test -z "$(git -C "$clone" status --porcelain)"
