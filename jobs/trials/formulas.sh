#!/usr/bin/env bash
# Takes the results of all formulas out of workbooks, has LibreOffice work them out anew, and compares what it gives with what
# was there. Needs soffice, npm, zip and unzip. Use: jobs/trials/formulas.sh FOLDER
set -euo pipefail

folder=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/given" "$work/bare" "$work/again"

number=0
while IFS= read -r file; do
  number=$((number + 1))
  cp "$file" "$work/given/$number.xlsx"
  mkdir "$work/parts"
  (cd "$work/parts" && unzip -q "$file")
  find "$work/parts/xl/worksheets" -name '*.xml' -exec sed -E -i 's#(</f>)<v>[^<]*</v>#\1#g' {} +
  (cd "$work/parts" && zip -q -r "$work/bare/$number.xlsx" .)
  rm -r "$work/parts"
done < <(find "$folder" -name '*.xlsx' | sort)

soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to xlsx --outdir "$work/again" "$work"/bare/*.xlsx >/dev/null
npm install --prefix "$work" --silent --no-audit --no-fund xlsx@0.18.5
cat >"$work/compare.mjs" <<'END'
import { readdirSync, readFileSync } from 'node:fs'
import XLSX from 'xlsx'

const read = (folder, file) => XLSX.read(readFileSync(`${folder}/${file}`))
const [, , given, again] = process.argv
let formulas = 0
let problems = 0
for (const file of readdirSync(given)) {
  const before = read(given, file)
  const after = read(again, file)
  for (const name of before.SheetNames) {
    for (const [address, cell] of Object.entries(before.Sheets[name])) {
      if (!cell.f) continue
      formulas++
      const now = after.Sheets[name][address]
      if (now?.v !== cell.v) {
        problems++
        console.error(`${file}: ${name}!${address} is '${cell.v}', and '${now?.v}' when worked out: ${cell.f}`)
      }
    }
  }
}
console.log(`${readdirSync(given).length} workbooks, ${formulas} formulas, ${problems} problems`)
process.exit(formulas > 0 && problems === 0 ? 0 : 1)
END
node "$work/compare.mjs" "$work/given" "$work/again"
