/* SPDX-License-Identifier: MIT */
#include "html/wording.h"

#include <stddef.h>
#include <string.h>

const struct wording wordings[] = {
	{"title", {"Số liệu trong tin", "Figures in the news"}},
	{"to_figures", {"Đến bảng số liệu", "To the table of figures"}},
	{"to_articles", {"Đến các bài", "To the articles"}},
	{"figures", {"Số liệu", "Figures"}},
	{"articles", {"Các bài", "Articles"}},
	{"plots", {"Biểu đồ", "Charts"}},
	{"noscript", {"Bảng và biểu đồ cần JavaScript; các bài thì không.", "The table and the charts need JavaScript; the articles do not."}},
	{"summary", {"{a} bài, {f} số liệu", "Articles: {a}, figures: {f}"}},
	{"find", {"Tìm", "Find"}},
	{"kind", {"Loại", "Kind"}},
	{"all_kinds", {"Mọi loại", "All kinds"}},
	{"figure", {"Số liệu", "Figure"}},
	{"value", {"Giá trị", "Value"}},
	{"what", {"Của gì", "Of what"}},
	{"context", {"Trong câu", "In context"}},
	{"date", {"Ngày đăng", "Published"}},
	{"article", {"Bài", "Article"}},
	{"rows", {"{n} trong {f} số liệu", "Figures: {n} of {f}"}},
	{"more", {"Thêm {n} dòng", "More rows: {n}"}},
	{"by_kind", {"Số liệu theo loại", "Figures by kind"}},
	{"by_day", {"Số liệu theo ngày đăng", "Figures by day of publication"}},
	{"over_time", {"Một chỉ số theo thời gian", "An indicator over time"}},
	{"indicator", {"Chỉ số", "Indicator"}},
	{"filtered", {"Những dòng đang lọc", "The rows found"}},
	{"in_unit", {"Đơn vị: {u}. Số giá trị: {n}; theo đơn vị khác, không vẽ ở đây: {f}.", "Unit: {u}. Values: {n}; in other units, not drawn here: {f}."}},
	{"no_indicator", {"Không có giá trị nào kèm ngày.", "No value has a date."}},
	{"no_day", {"Không bài nào có ngày.", "No article has a date."}},
	{"kind_number", {"số đếm", "number"}},
	{"kind_percent", {"phần trăm", "percent"}},
	{"kind_pp", {"điểm phần trăm", "percentage points"}},
	{"kind_money", {"tiền", "money"}},
	{"kind_measure", {"số đo", "measure"}},
	{"kind_ordinal", {"thứ tự", "ordinal"}},
	{"kind_fraction", {"phân số", "fraction"}},
	{"kind_multiple", {"số lần", "multiple"}},
	{"kind_date", {"ngày tháng", "date"}},
	{"kind_time", {"giờ", "time"}},
	{"kind_duration", {"thời lượng", "duration"}},
	{"kind_set", {"định kỳ", "recurring"}},
	{"kind_score", {"tỷ số", "score"}},
	{"kind_phone", {"điện thoại", "phone"}},
	{"kind_docref", {"văn bản", "document reference"}},
	{"mod_about", {"khoảng", "about"}},
	{"mod_nearly", {"gần", "nearly"}},
	{"mod_over", {"trên", "over"}},
	{"mod_under", {"dưới", "under"}},
	{"mod_at-least", {"ít nhất", "at least"}},
	{"mod_at-most", {"nhiều nhất", "at most"}},
	{"mod_vague", {"ước chừng", "vague"}},
	{"mod_START", {"đầu", "start of"}},
	{"mod_MID", {"giữa", "middle of"}},
	{"mod_END", {"cuối", "end of"}},
	{"change_up", {"tăng", "up"}},
	{"change_down", {"giảm", "down"}},
	{NULL, {NULL, NULL}},
};

const char *wording(const char *name, enum wording_language language)
{
	for (size_t i = 0; wordings[i].name; i++)
		if (strcmp(wordings[i].name, name) == 0)
			return wordings[i].text[language];
	return "";
}
