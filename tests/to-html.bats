# SPDX-License-Identifier: MIT
load helper

in=$BATS_TEST_DIRNAME/golden/table/in.phin

# articles PAGE: what stands between the page's own parts.
articles() {
	sed -n '/^<article/,/^<\/section>/p' "$1" | sed '$d'
}

# Checks that tags are balanced, ids unique, links inside lead somewhere, the script is the one that the policy allows, and
# nothing is to be fetched.
check_page() {
	python3 - "$1" <<'EOF'
import base64, hashlib, html.parser, re, sys
text = open(sys.argv[1], encoding="utf-8", newline="").read()
void = {"meta", "link", "br", "img", "input"}
class Check(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.scripts, self.policy = [], [], [], [], ""
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert not [name for name in attributes if name.startswith("on")], attributes
        assert tag not in ("link", "img", "iframe", "object", "embed", "base") and "src" not in attributes, tag
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if tag == "script":
            self.scripts.append([attributes.get("type"), ""])
        if tag not in void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, (tag, self.getpos())
    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts[-1][1] += data
check = Check()
check.feed(text)
check.close()
assert not check.open, check.open
assert len(set(check.ids)) == len(check.ids)
assert all(re.match(r"https?://", link) or link[0] == "#" and link[1:] in check.ids for link in check.links), check.links
assert [kind for kind, _ in check.scripts] == ["application/json", None]
digest = base64.b64encode(hashlib.sha256(check.scripts[1][1].encode()).digest()).decode()
assert f"script-src 'sha256-{digest}'" in check.policy and "default-src 'none'" in check.policy
EOF
}

@test "articles with their figures marked, by kind, with their readings" {
	exits 0 to-html "$in"
	articles out | same "$tests/golden/html/articles.html" -
	check_page out
}

@test "hostile text stays text: in ids, titles, metadata, roles, surfaces, keys and --title" {
	evil='</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&quot;"'"'"'--><!--'
	json=$(jq -n --arg x "$evil" '$x' | sed 's/\\/\\\\/g')
	{
		printf '%%doc\t1\t%s\nm\tdate\t%s\nm\tsource\t%s\nm\turl\t"javascript:alert(1)"\n' "$evil" "$json" "$json"
		printf 't\ttitle\t%s\nt\t%s\t%s\nF\t0\t%s\t%s\tkind=%s\tvalue=%s\tunit=%s\tnoun=%s\n%%end\n' "$evil" "$evil" "$evil" \
			"$(printf %s "$evil" | wc -c)" "$evil" "$evil" "$evil" "$evil" "$evil"
	} >docs
	exits 0 to-html --title="$evil" docs
	check_page out
	[ "$(grep -o '<script' out | wc -l)" -eq 2 ]
	refute grep -q '<img' out
	refute grep -q 'href="javascript' out
	grep -q 'javascript:alert(1)</p>' out
}

@test "the day of an article is read, whichever way its date is written" {
	for date in 20201101 '"1/11/2020 07:30"' '"Chủ Nhật, 01-11-2020 | 07:30 (GMT+7)"'; do
		printf '%%doc\t1\ta\nm\tdate\t%s\n%%end\n' "$date" >docs
		exits 0 to-html docs
		grep -q '<article[^>]* data-date="2020-11-01">' out
	done
	grep -q '<time>Chủ Nhật, 01-11-2020 | 07:30 (GMT+7)</time>' out
}

@test "control characters, which HTML does not know, are replaced" {
	printf '%%doc\t1\ta\nt\tp\ta\\x00b\\x1bc\\td\n%%end\n' >docs
	exits 0 to-html docs
	grep -q '<p>a�b�c	d</p>' out
}

@test "readings are written as the page's language writes numbers" {
	printf '%%doc\t1\ta\nt\tp\tx\nF\t0\t1\tx\tkind=money\tvalue=-1234567.50\tunit=VND\tmod=over\tchange=up\tper=tháng\n%%end\n' >docs
	exits 0 to-html docs
	grep -q '(tiền, tăng, trên: -1.234.567,50 VND / tháng)' out
	exits 0 to-html --language=en docs
	grep -q '(money, up, over: -1,234,567.50 VND / tháng)' out
	grep -q '^<html lang="en">' out
}

@test "dates and references are not grouped; an unknown kind keeps its name" {
	printf '%%doc\t1\ta\nt\tp\tx y z\nF\t0\t1\tx\tkind=date\tvalue=2025\nF\t2\t3\ty\tkind=odd\tfrom=1000\nF\t4\t5\tz\n%%end\n' >docs
	exits 0 to-html docs
	grep -q '(ngày tháng: 2025)' out
	grep -q '(odd: 1000 – …)' out
	check_page out
}

@test "figures that overlap: the first is marked" {
	printf '%%doc\t1\ta\nt\tp\tabcdef\nF\t0\t4\tabcd\tkind=date\nF\t2\t6\tcdef\tkind=date\n%%end\n' >docs
	exits 0 to-html --stats=s docs
	[ "$(grep -c '<mark' out)" -eq 1 ]
	jq -e '.figures == 1' s
}

@test "no document is a whole page too; one with an error is put aside" {
	exits 0 to-html </dev/null
	check_page out
	printf '%%doc\t1\ta\ne\terror\tx\tbad\t\tno good\n%%end\n%%doc\t1\tb\n%%end\n' >docs
	exits 1 to-html --quarantine=q --stats=s docs
	check_page out
	[ "$(grep -c '<article' out)" -eq 1 ]
	[ "$(jq -r .id q)" = a ]
	jq -e '.documents_in == 2 and .documents_out == 1 and .quarantined == 1' s
}

@test "input that breaks off still makes a whole page of what came" {
	printf '%%doc\t1\ta\n%%end\n%%doc\t1\tb\nt\tp\tNửa\n' >docs
	exits 65 to-html docs
	check_page out
	[ "$(grep -c '<article' out)" -eq 1 ]
}
