# SPDX-License-Identifier: MIT
# to-tsv and to-csv against the programs that people load them into; run by tests/run-full.
load ../helper

root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
tests=$root/tests
export PATH="${PHIN_BIN:-$root/build/bin}:$PATH"
meta=url,source,views,kind,note,tags
in=$tests/golden/table/in.phin

# columns TABLE: the columns of a table of the goldens, for CREATE TABLE.
columns() {
	head -n 1 "$tests/golden/table/$1.tsv" | tr '\t' '\n' | sed 's/.*/"&" text/' | paste -s -d ,
}

@test "PostgreSQL: \\copy takes every table and gives back the same text" {
	for table in figures sentences documents; do
		[ "$table" = figures ] && option= || option=--$table
		psql -q -v ON_ERROR_STOP=1 -c "drop table if exists t; create table t ($(columns $table))"
		to-tsv $option --meta=$meta --null='\N' "$in" >out.tsv
		psql -q -v ON_ERROR_STOP=1 -c '\copy t from out.tsv header'
		psql -q -c '\copy t to back.tsv header'
		same out.tsv back.tsv
	done
}

@test "PostgreSQL: the columns have the types that they promise" {
	psql -q -v ON_ERROR_STOP=1 -c "drop table if exists f; create table f (id text, date timestamptz, sentence text,
		kind text, surface text, value text, \"from\" text, \"to\" text, unit text, per text, mod text, change text,
		role text, noun text, of text, type text, part text, calendar text, first_day date, last_day date,
		start int, \"end\" int, primary key (id, start))"
	to-tsv --null='\N' "$in" | psql -q -v ON_ERROR_STOP=1 -c '\copy f from pstdin header'
	psql -At -c "select sum(value::numeric) from f where unit = 'VND'" >sum
	echo 340005500000 | same - sum
	psql -At -c "select count(*) from f where '2025-09-30' between first_day and last_day" >days
	echo 2 | same - days
}

@test "PostgreSQL: \\copy takes CSV" {
	psql -q -v ON_ERROR_STOP=1 -c "drop table if exists t; create table t ($(columns documents))"
	to-csv --documents --meta=$meta "$in" >out.csv
	psql -q -v ON_ERROR_STOP=1 -c '\copy t from out.csv csv header'
	psql -q -v ON_ERROR_STOP=1 -c '\copy t to back.tsv header'
	to-tsv --documents --meta=$meta --null='\N' "$in" | same - back.tsv
}

@test "Miller reads both alike" {
	for table in figures sentences documents; do
		mlr --itsv --ojson cat "$tests/golden/table/$table.tsv" >from-tsv
		mlr --icsv --ojson cat "$tests/golden/table/$table.csv" >from-csv
		same from-tsv from-csv
		[ "$(jq length from-tsv)" -gt 1 ]
	done
}

@test "DuckDB reads both alike and finds dates and numbers" {
	"$PHIN_PYTHON" -c 'import duckdb' 2>/dev/null || skip "no DuckDB"
	"$PHIN_PYTHON" - "$tests/golden/table" <<'EOF'
import duckdb, sys
path = sys.argv[1]
for table in ("figures", "sentences", "documents"):
    csv = duckdb.sql(f"from read_csv('{path}/{table}.csv')")
    assert len(csv.fetchall()) > 1
    assert csv.columns == open(f"{path}/{table}.tsv").readline().rstrip("\n").split("\t")
types = dict(duckdb.sql(f"select column_name, column_type from (describe from read_csv('{path}/figures.csv'))").fetchall())
assert types["date"] == types["first_day"] == types["last_day"] == "DATE", types
assert types["start"] == "BIGINT", types
text = duckdb.sql(f"select text from read_csv('{path}/documents.csv') where id = 'bao-so-2'").fetchall()[0][0]
assert text == "Cột một\tcột hai\nđường dẫn C:\\tin; mùng 3 Tết nghỉ 30 tháng.", text
EOF
}

@test "xan counts rows" {
	command -v xan >/dev/null || skip "no xan"
	[ "$(xan count "$tests/golden/table/figures.csv")" -eq 11 ]
}
