# SPDX-License-Identifier: MIT
# The layout of plain text, as every program reads it: paragraphs, headings, list items, captions.
load helper

golden=$tests/golden/layout

# blocks FILE [OPTION ...]: role and text of every block.
blocks() {
	from-text "${@:2}" "$1" | grep ^t | cut -f 2,3
}

@test "the same article has the same blocks, whatever its layout" {
	local name
	for name in lines blank wrapped wrapped-tight wrapped-indented wrapped-crlf; do
		blocks "$golden/$name.txt" >out
		same "$golden/blocks" out || { echo "in $name.txt"; return 1; }
	done
}

@test "--paragraphs=line makes a block of every line" {
	blocks "$golden/wrapped.txt" --paragraphs=line >out
	[ "$(wc -l <out)" -eq "$(grep -c . "$golden/wrapped.txt")" ]
}

@test "--paragraphs=blank joins what no blank line parts, but for list items" {
	printf 'Một dòng\nHai dòng.\n- ba\n- bốn\n\nNăm\n' >in
	blocks in --paragraphs=blank >out
	printf 'p\tMột dòng Hai dòng.\nli\t- ba\nli\t- bốn\np\tNăm\n' >expected
	same expected out
}

@test "--paragraphs=unwrap joins lines that are full" {
	printf 'Một hai ba bốn năm\nSáu bảy tám chín.\nMười.\nMười một mười hai\nmười ba mười bốn\nmười lăm.\n' >in
	blocks in --paragraphs=unwrap >out
	printf 'p\tMột hai ba bốn năm Sáu bảy tám chín.\np\tMười.\np\tMười một mười hai mười ba mười bốn mười lăm.\n' >expected
	same expected out
}

@test "short lines that go on in lower case are a list, not wrapped text" {
	printf 'Nguyên liệu:\nmuối\nđường cát trắng\nnước mắm\nba trái ớt chín\nhành\n' >in
	blocks in >out
	[ "$(wc -l <out)" -eq 6 ]
}

@test "a name at a line's beginning does not go on with the line before" {
	printf 'Giá bán công bố hôm nay là ba mươi triệu đồng cho bản thường\niPhone cũ giảm hai triệu đồng ở mọi cửa hàng trong cả nước\n' >in
	blocks in >out
	[ "$(wc -l <out)" -eq 2 ]
}

@test "a dash or a number that came to the beginning of a wrapped line is no list item" {
	printf 'Đội bóng của tỉnh đã thắng cả bốn trận trong hai mùa giải 2016\n- 2017 và được thưởng lớn, nhưng sang mùa sau thì họ chỉ còn\nthắng một trận, dù ban huấn luyện đã nhận thêm các em từ khóa\n5. Không ai hiểu vì sao.\n' >in
	blocks in >out
	[ "$(wc -l <out)" -eq 1 ]
	grep -q 'mùa giải 2016 - 2017 và .* họ chỉ còn thắng một trận, .* khóa 5. Không ai' out
}

@test "numbers, currencies and negative degrees begin no list item" {
	printf '1.200 người dự.\n-5 độ C.\n$5 một vé.\n2025 là năm mới.\n3) Đúng.\n4. Đúng.\n' >in
	blocks in | cut -f 1 | tr '\n' ' ' >out
	[ "$(cat out)" = "p p p p li li " ]
}

@test "offsets of joined lines lead back to the source" {
	from-text "$golden/wrapped-crlf.txt" | to-jsonl --offsets=byte >out
	jq -e '.text | contains("thuyền của các xã trong vùng đã neo kín một khúc sông")' out >/dev/null
}
