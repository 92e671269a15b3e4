# SPDX-License-Identifier: MIT
# to-html's page in a real browser; run by tests/run-full.
load ../helper

root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
tests=$root/tests
export PATH="${PHIN_BIN:-$root/build/bin}:$PATH"
in=$tests/golden/table/in.phin

# browse FRAGMENT OPTION...: opens page.html#FRAGMENT; what the browser says of errors goes to log.
browse() {
	local fragment=$1
	shift
	timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --enable-logging=stderr \
		--user-data-dir="$PWD/profile" --virtual-time-budget=5000 "$@" "file://$PWD/page.html$fragment" 2>log
}

# column NAME: the cells of a column of the table in dom, a line each.
column() {
	python3 - "$1" <<'EOF'
import html, re, sys
dom = open("dom", encoding="utf-8").read()
for cell in re.findall(rf'<td class="{sys.argv[1]}"[^>]*>(.*?)</td>', dom, re.S):
    print(html.unescape(re.sub(r"<[^>]*>", "", cell)))
EOF
}

complains() {
	grep -E 'CONSOLE|Uncaught|Content Security Policy|ERR_' log
}

@test "the script runs under the page's policy and builds table and charts without a complaint" {
	to-html "$in" >page.html
	browse '' --dump-dom >dom
	refute complains
	grep -q '3 bài, 11 số liệu' dom
	column figure >figures
	[ "$(wc -l <figures)" -eq 11 ]
	[ "$(head -n 1 figures)" = '340 tỷ đồng' ]
	[ "$(column value | head -n 1)" = 'gần 340.000.000.000 VND' ]
	[ "$(grep -o '<svg' dom | wc -l)" -ge 2 ]
	grep -q 'role="img" aria-label="Số liệu theo loại: ' dom
}

@test "the table sorts and filters, and the address keeps how" {
	to-html "$in" >page.html
	browse '#kind=money&sort=-value' --dump-dom >dom
	printf '340 tỷ đồng\n35 đến 40 tỷ đồng\n5,5 triệu đồng/người/tháng\n' >expected
	column figure | same expected -
	grep -q 'aria-sort="descending"' dom
	browse '#sort=value&kind=money' --dump-dom >dom
	column figure | tac | same expected -
	browse '#q=van%20dong' --dump-dom >dom
	[ "$(column figure | wc -l)" -eq 4 ]
	browse '#q=v%E1%BA%ADn%20%C4%91%E1%BB%93ng' --dump-dom >dom
	[ "$(column figure | wc -l)" -eq 0 ]
}

@test "a figure's surroundings are shown, with no reading among them" {
	to-html "$in" >page.html
	browse '#kind=percent' --dump-dom >dom
	column context >context
	grep -q 'ngày 26-9, đạt trên 98%, tăng 2,5 điểm' context
	refute grep -q '(ngày tháng' context
}

@test "an indicator that recurs is drawn over time" {
	for day in 01 02 03; do
		printf '%%doc\t1\td%s\nm\tdate\t"2025-09-%s"\nt\tp\tGiá vàng 8%s triệu\nF\t11\t20\t8%s triệu\tkind=money\tvalue=8%s000000\tunit=VND\tof=giá vàng\n%%end\n' "$day" "$day" "$day" "$day" "$day"
	done | sed 's/^F	11	20/F	11	22/' >docs
	to-html docs >page.html
	browse '' --dump-dom >dom
	grep -q '<option value="0">giá vàng (VND): 3</option>' dom
	[ "$(grep -o '<circle' dom | wc -l)" -eq 3 ]
	refute complains
	browse '#q=802' --dump-dom >dom
	[ "$(grep -o '<circle' dom | wc -l)" -eq 1 ]
	browse '#kind=percent' --dump-dom >dom
	grep -q 'Không có giá trị nào kèm ngày.' dom
	refute complains
}

@test "a chart has one unit, and amounts of change stand apart from levels" {
	for day in 1 2 3; do
		printf '%%doc\t1\td%s\nm\tdate\t2025090%s\nt\tp\tx y z\n' "$day" "$day"
		printf 'F\t0\t1\tx\tkind=money\tvalue=8%s000000\tunit=VND\tof=giá vàng\nF\t2\t3\ty\tkind=money\tvalue=3%s00\tunit=USD\tof=giá vàng\n' "$day" "$day"
		printf 'F\t4\t5\tz\tkind=money\tvalue=%s00000\tunit=VND\tchange=up\tof=giá vàng\n%%end\n' "$day"
	done >docs
	printf '%%doc\t1\tlast\nm\tdate\t20250904\nt\tp\tx\nF\t0\t1\tx\tkind=money\tvalue=85000000\tunit=VND\tchange=up\trole=to\tof=giá vàng\n%%end\n' >>docs
	to-html docs >page.html
	browse '' --dump-dom >dom
	grep -q '>giá vàng (VND): 4</option>' dom
	grep -q '>giá vàng (USD): 3</option>' dom
	grep -q '>giá vàng (tăng VND): 3</option>' dom
	browse '#kind=money' --dump-dom >dom
	[ "$(grep -o '<circle' dom | wc -l)" -eq 4 ]
	grep -q 'Đơn vị: VND. Số giá trị: 4; theo đơn vị khác, không vẽ ở đây: 6.' dom
	refute complains
}

@test "hostile text runs nothing and fetches nothing" {
	evil='</script><script>document.title="x"</script><img src="http://127.0.0.1:1/x" onerror="document.title=1">'
	printf '%%doc\t1\t%s\nm\tdate\t%s\nt\ttitle\t%s\nt\tp\t%s\nF\t0\t9\t</script>\tkind=money\tvalue=1\tof=%s\n%%end\n' "$evil" \
		"$(jq -n --arg x "$evil" '$x' | sed 's/\\/\\\\/g')" "$evil" "$evil" "$evil" >docs
	to-html docs >page.html
	browse '' --dump-dom >dom
	refute complains
	grep -q '<title>Số liệu trong tin</title>' dom
	refute grep -q '<img' dom
	[ "$(column figure)" = '</script>' ]
}

@test "it has a picture on a desk, on a phone, and in the dark" {
	to-html "$in" >page.html
	browse '' --window-size=1280,1600 --screenshot=desk.png
	browse '' --window-size=390,1600 --screenshot=phone.png
	browse '' --window-size=1280,1600 --blink-settings=preferredColorScheme=0 --screenshot=dark.png
	for picture in desk phone dark; do
		[ "$(wc -c <$picture.png)" -gt 20000 ]
	done
	refute cmp -s desk.png dark.png
	[ -z "${PHIN_KEEP_PICTURES-}" ] || cp ./*.png "$PHIN_KEEP_PICTURES"
}
