/* SPDX-License-Identifier: MIT */
/* Vocabulary: the words of numbers and dates. A row is phrase, code, value, flags; see vocabulary.h for what each set means. */
#include "figures/vocabulary.h"

static const struct lex_entry glue[] = {
	{"từ", NULL, GLUE_FROM, 0}, {"đến", NULL, GLUE_TO, 0}, {"tới", NULL, GLUE_TO, 0}, {"và", NULL, GLUE_AND, 0},
	{"của", NULL, GLUE_OF, 0}, {"hoặc", NULL, GLUE_OR, 0}, {"hay", NULL, GLUE_OR, 0}, {"mỗi", NULL, GLUE_EACH, 0},
	{"từng", NULL, GLUE_SINGLY, 0}, {"hàng", NULL, GLUE_EVERY, 0}, {"hằng", NULL, GLUE_EVERY, 0},
	{"một", NULL, GLUE_ONE, 0}, {"ngày", NULL, GLUE_DAY, 0}, {"hôm", NULL, GLUE_HOM, 0},
	{"mùng", NULL, GLUE_MUNG, 0}, {"mồng", NULL, GLUE_MUNG, 0}, {"rằm", NULL, GLUE_RAM, 0},
	{"tháng", NULL, GLUE_MONTH, 0}, {"năm", NULL, GLUE_YEAR, 0}, {"quý", NULL, GLUE_QUARTER, 0},
	{"quí", NULL, GLUE_QUARTER, 0}, {"q", NULL, GLUE_QUARTER, 0}, {"tuần", NULL, GLUE_WEEK, 0}, {"thế", NULL, GLUE_CENTURY, 0},
	{"nửa", NULL, GLUE_HALF, 0}, {"rưỡi", NULL, GLUE_HALF_MORE, 0}, {"rưởi", NULL, GLUE_HALF_MORE, 0},
	{"mười", NULL, GLUE_TEN, 0}, {"mươi", NULL, GLUE_TENS, 0}, {"linh", NULL, GLUE_LINH, 0},
	{"lẻ", NULL, GLUE_LINH, 0}, {"phẩy", NULL, GLUE_POINT, 0}, {"phảy", NULL, GLUE_POINT, 0},
	{"âm", NULL, GLUE_MINUS, 0}, {"phần", NULL, GLUE_PHAN, 0}, {"điểm", NULL, GLUE_DIEM, 0},
	{"lần", NULL, GLUE_TIMES, 0}, {"bằng", NULL, GLUE_TIMES_OF, 0}, {"nhân", NULL, GLUE_TIMES_OF, 0}, {"gấp", NULL, GLUE_GAP, 0}, {"đôi", NULL, GLUE_DOUBLE, 0},
	{"thứ", NULL, GLUE_ORDER, 0}, {"phút", NULL, GLUE_MINUTE, 0}, {"giờ", NULL, GLUE_HOUR, 0},
	{"h", NULL, GLUE_HOUR_TIGHT, 0}, {"g", NULL, GLUE_HOUR_TIGHT, 0}, {"giây", NULL, GLUE_SECOND, 0},
	{"tuổi", NULL, GLUE_AGE, 0}, {"cấp", NULL, GLUE_LEVEL, 0}, {"lên", NULL, GLUE_UP, 0},
	{"xuống", NULL, GLUE_DOWN, 0}, {"còn", NULL, GLUE_LEFT, 0}, {"số", NULL, GLUE_NUMBER_SIGN, 0},
	{"những", NULL, GLUE_THOSE, 0}, {"các", NULL, GLUE_THOSE, 0}, {"lúc", NULL, GLUE_AT, 0},
	{"vào", NULL, GLUE_AT, 0}, {"hồi", NULL, GLUE_AT, 0}, {"tết", NULL, GLUE_TET, 0},
	{"sn", NULL, GLUE_BORN, 0}, {"trở", NULL, GLUE_UPWARD, 0}, {"cả", NULL, GLUE_WHOLE, 0},
	{"toàn", NULL, GLUE_WHOLE, 0}, {"trong", NULL, GLUE_GENERAL, 0}, {"hạng", NULL, GLUE_ITH, 0},
	{"lịch", NULL, GLUE_SOLAR, 0}, {"al", NULL, GLUE_LUNAR, 0}, {"âl", NULL, GLUE_LUNAR, 0},
	{"thập", NULL, GLUE_DECADE, 0}, {"-", NULL, GLUE_DASH, 0}, {"−", NULL, GLUE_DASH, 0}, {"‐", NULL, GLUE_DASH, 0},
	{"‑", NULL, GLUE_DASH, 0}, {"–", NULL, GLUE_DASH, 0}, {"—", NULL, GLUE_DASH, 0}, {"~", NULL, GLUE_DASH, 0}, {"(", NULL, GLUE_BRACKET, 0},
	{"/", NULL, GLUE_SLASH, 0}, {".", NULL, GLUE_STOP, 0}, {":", NULL, GLUE_COLON, 0}, {"x", NULL, GLUE_CROSS, 0},
	{"×", NULL, GLUE_CROSS, 0}, {"cho", NULL, GLUE_FOR, 0}, {"nay", NULL, GLUE_NOW, 0}, {"mai", NULL, GLUE_TOMORROW, 0},
	{"này", NULL, GLUE_THIS, 0}, {"trước", NULL, GLUE_BEFORE, 0}, {"lượt", NULL, GLUE_TURN, 0},
	{"kém", NULL, GLUE_LESS, 0}, {"đi", NULL, GLUE_GO, 0}, {"lại", NULL, GLUE_BACK, 0}, {"hết", NULL, GLUE_THROUGH, 0},
	{"suốt", NULL, GLUE_THROUGH, 0}, {"nhiều", NULL, GLUE_MANY, 0}, {"cùng", NULL, GLUE_SAME, 0},
	{"là", NULL, GLUE_IS, 0}, {"thì", NULL, GLUE_THEN, 0}, {"học", NULL, GLUE_STUDY, 0}, {"bên", NULL, GLUE_SIDE, 0},
	{"tiếng", NULL, GLUE_HOURS, 0}, {"trời", NULL, GLUE_SKY, 0}, {"tiền", NULL, GLUE_MONEY, 0},
	{"vàng", NULL, GLUE_GOLD, 0}, {"sinh", NULL, GLUE_BIRTH, 0}, {"công", NULL, GLUE_CONG, 0},
	{"bị", NULL, GLUE_SUFFER, 0}, {"mấy", NULL, GLUE_SOME, 0}, {"bộ", NULL, GLUE_BO, 0},
	{"mức", NULL, GLUE_MARK, 0}, {"ngưỡng", NULL, GLUE_MARK, 0}, {"thêm", NULL, GLUE_MORE, 0}, {"có", NULL, GLUE_THERE_IS, 0},
	{"mất", NULL, GLUE_TAKES, 0}, {"chỉ", NULL, GLUE_ONLY, 0}, {"đương", NULL, GLUE_WORTH, 0}, {"tức", NULL, GLUE_WORTH, 0},
	{"rằng", NULL, GLUE_THAT, 0}, {"cách", NULL, GLUE_MANNER, 0}, {"luật", NULL, GLUE_LAW, 0}, {"séc", NULL, GLUE_SET_OF_MATCH, 0}, {"set", NULL, GLUE_SET_OF_MATCH, 0},
	{"sau", NULL, GLUE_AFTER, 0}, {"liên", NULL, GLUE_RUNNING, 0}, {"kể", NULL, GLUE_RUNNING, 0}, {"mà", NULL, GLUE_RUNNING, 0},
};

static const struct lex_entry digits[] = {
	{"không", NULL, 0, 0}, {"một", NULL, 1, 0}, {"hai", NULL, 2, 0}, {"ba", NULL, 3, 0}, {"bốn", NULL, 4, 0},
	{"năm", NULL, 5, 0}, {"sáu", NULL, 6, 0}, {"bảy", NULL, 7, 0}, {"bẩy", NULL, 7, 0}, {"tám", NULL, 8, 0},
	{"chín", NULL, 9, 0},
};

static const struct lex_entry unit_digits[] = {
	{"mốt", NULL, 1, 0}, {"tư", NULL, 4, 0}, {"lăm", NULL, 5, 0}, {"nhăm", NULL, 5, 0},
};

static const struct lex_entry scales[] = {
	{"chục", NULL, 1, 0}, {"trăm", NULL, 2, 0}, {"nghìn", NULL, 3, 0}, {"ngàn", NULL, 3, 0}, {"vạn", NULL, 4, 0},
	{"triệu", NULL, 6, 0}, {"tỷ", NULL, 9, 0}, {"tỉ", NULL, 9, 0}, {"tr", NULL, 6, 0},
	/* Words that only begin like a magnitude: the longest phrase wins, and nought is none. */
	{"tỷ phú", NULL, 0, 0}, {"tỉ phú", NULL, 0, 0}, {"triệu phú", NULL, 0, 0}, {"tỷ lệ", NULL, 0, 0},
	{"tỉ lệ", NULL, 0, 0}, {"tỷ số", NULL, 0, 0}, {"tỉ số", NULL, 0, 0}, {"tỷ giá", NULL, 0, 0},
	{"tỉ giá", NULL, 0, 0}, {"tỷ trọng", NULL, 0, 0}, {"tỉ trọng", NULL, 0, 0}, {"trăm họ", NULL, 0, 0},
	{"vạn vật", NULL, 0, 0}, {"triệu chứng", NULL, 0, 0}, {"triệu hồi", NULL, 0, 0},
};

static const struct lex_entry scales_tight[] = {
	{"k", NULL, 3, 0}, {"tr", NULL, 6, 0}, {"triệu", NULL, 6, 0}, {"tỷ", NULL, 9, 0}, {"tỉ", NULL, 9, 0},
	{"nghìn", NULL, 3, 0}, {"ngàn", NULL, 3, 0},
};

static const struct lex_entry fractions[] = {
	{"một nửa", "1/2", 0, 0}, {"phân nửa", "1/2", 0, 0},
};

static const struct lex_entry vague[] = {
	{"hàng", NULL, 0, 0}, {"vài", NULL, 0, 0}, {"mấy", NULL, 0, 0}, {"dăm", NULL, 0, 0}, {"vài ba", NULL, 0, 0},
	{"dăm bảy", NULL, 0, 0}, {"cả", NULL, 0, 0},
};

static const struct lex_entry durations[] = {
	{"năm", "Y", 1, 0}, {"tháng", "M", 1, 0}, {"tuần", "W", 1, 0}, {"tuần lễ", "W", 1, 0}, {"ngày", "D", 1, 0},
	{"ngày đêm", "D", 1, 0}, {"hôm", "D", 1, 0}, {"giờ", "TH", 1, 0}, {"giờ đồng hồ", "TH", 1, 0},
	{"tiếng", "TH", 1, 0}, {"tiếng đồng hồ", "TH", 1, 0}, {"h", "TH", 1, 0}, {"phút", "TM", 1, 0},
	{"giây", "TS", 1, 0}, {"thập kỷ", "Y", 10, 0}, {"thập niên", "Y", 10, 0}, {"thế kỷ", "Y", 100, 0},
	{"quý", "M", 3, 0}, {"thiên niên kỷ", "Y", 1000, 0}, {"thập kỉ", "Y", 10, 0}, {"thế kỉ", "Y", 100, 0},
	{"p", "TM", 1, LEX_CASED}, {"s", "TS", 1, LEX_CASED}, {"phút đồng hồ", "TM", 1, 0}, {"năm ròng", "Y", 1, 0}, {"năm liền", "Y", 1, 0},
	{"giờ liền", "TH", 1, 0},
};

static const struct lex_entry mods[] = {
	{"khoảng", NULL, MOD_ABOUT, 0}, {"~", NULL, MOD_ABOUT, 0}, {"≈", NULL, MOD_ABOUT, 0},
	{"≥", NULL, MOD_AT_LEAST, 0}, {"≤", NULL, MOD_AT_MOST, 0}, {">", NULL, MOD_OVER, 0}, {"<", NULL, MOD_UNDER, 0},
	{"chừng", NULL, MOD_ABOUT, 0}, {"xấp xỉ", NULL, MOD_ABOUT, 0}, {"ước", "estimate", MOD_ABOUT, 0},
	{"ước tính", NULL, MOD_ABOUT, 0}, {"ước đạt", NULL, MOD_ABOUT, 0}, {"ước tính đạt", NULL, MOD_ABOUT, 0},
	{"ước khoảng", NULL, MOD_ABOUT, 0}, {"độ", "degree", MOD_ABOUT, 0}, {"tầm", NULL, MOD_ABOUT, 0},
	{"cỡ", "size", MOD_ABOUT, 0}, {"khoảng chừng", NULL, MOD_ABOUT, 0}, {"vào khoảng", NULL, MOD_ABOUT, 0}, {"trong khoảng", "interval", MOD_ABOUT, 0},
	{"dao động khoảng", NULL, MOD_ABOUT, 0}, {"chừng khoảng", NULL, MOD_ABOUT, 0},
	{"trên dưới", NULL, MOD_ABOUT, 0}, {"ước chừng", NULL, MOD_ABOUT, 0}, {"gần", NULL, MOD_NEARLY, 0},
	{"suýt soát", NULL, MOD_NEARLY, 0}, {"gần như", NULL, MOD_NEARLY, 0}, {"ngót", NULL, MOD_NEARLY, 0},
	{"ngót nghét", NULL, MOD_NEARLY, 0}, {"chừng gần", NULL, MOD_NEARLY, 0}, {"khoảng gần", NULL, MOD_NEARLY, 0},
	{"gần tới", NULL, MOD_NEARLY, 0}, {"gần đến", NULL, MOD_NEARLY, 0}, {"hơn", NULL, MOD_OVER, 0},
	{"trên", "on", MOD_OVER, 0}, {"quá", NULL, MOD_OVER, 0}, {"ngoài", "outside", MOD_OVER, 0},
	{"khoảng hơn", NULL, MOD_OVER, 0}, {"khoảng trên", NULL, MOD_OVER, 0}, {"vượt quá", NULL, MOD_OVER, 0},
	{"hơn cả", NULL, MOD_OVER, 0}, {"muộn hơn", NULL, MOD_NONE, 0}, {"dài hơn", "long", MOD_OVER, 0}, {"lâu hơn", "long", MOD_OVER, 0}, {"xa hơn", "long", MOD_OVER, 0}, {"sớm hơn", NULL, MOD_NONE, 0},
	{"không muộn hơn", NULL, MOD_AT_MOST, 0}, {"không sớm hơn", NULL, MOD_AT_LEAST, 0}, {"già", "good", MOD_OVER, 0}, {"dưới", NULL, MOD_UNDER, 0}, {"bên dưới", NULL, MOD_NONE, 0}, {"phía dưới", NULL, MOD_NONE, 0}, {"bên trên", NULL, MOD_NONE, 0}, {"phía trên", NULL, MOD_NONE, 0},
	{"chưa đến", NULL, MOD_UNDER, 0}, {"chưa tới", NULL, MOD_UNDER, 0}, {"chưa đầy", NULL, MOD_UNDER, 0}, {"chưa tròn", NULL, MOD_UNDER, 0},
	{"không đến", NULL, MOD_UNDER, 0}, {"không tới", NULL, MOD_UNDER, 0}, {"không đầy", NULL, MOD_UNDER, 0},
	{"chưa được", NULL, MOD_UNDER, 0}, {"chưa bằng", NULL, MOD_UNDER, 0}, {"kém", NULL, MOD_NONE, 0}, {"không dưới", NULL, MOD_AT_LEAST, 0},
	{"ít nhất", NULL, MOD_AT_LEAST, 0}, {"tối thiểu", "limit", MOD_AT_LEAST, 0},
	{"không ít hơn", NULL, MOD_AT_LEAST, 0}, {"không thấp hơn", NULL, MOD_AT_LEAST, 0},
	{"ít nhất là", NULL, MOD_AT_LEAST, 0}, {"tối thiểu là", "limit", MOD_AT_LEAST, 0},
	{"ít nhất có", NULL, MOD_AT_LEAST, 0}, {"không kém", NULL, MOD_AT_LEAST, 0},
	{"tối thiểu từ", "limit", MOD_AT_LEAST, 0}, {"ít nhất khoảng", NULL, MOD_AT_LEAST, 0},
	{"ít ra", NULL, MOD_AT_LEAST, 0}, {"ít nhất đã có", NULL, MOD_AT_LEAST, 0},
	{"không quá", NULL, MOD_AT_MOST, 0}, {"tối đa", "limit", MOD_AT_MOST, 0}, {"nhiều nhất", NULL, MOD_AT_MOST, 0},
	{"không vượt quá", NULL, MOD_AT_MOST, 0}, {"không được vượt quá", NULL, MOD_AT_MOST, 0},
	{"không được quá", NULL, MOD_AT_MOST, 0}, {"tối đa là", "limit", MOD_AT_MOST, 0},
	{"tối đa không quá", "limit", MOD_AT_MOST, 0}, {"không hơn", NULL, MOD_AT_MOST, 0},
	{"không nhiều hơn", NULL, MOD_AT_MOST, 0}, {"nhiều nhất là", NULL, MOD_AT_MOST, 0},
	{"không cao hơn", NULL, MOD_AT_MOST, 0}, {"không trên", NULL, MOD_AT_MOST, 0},
	{"tối đa đến", "limit", MOD_AT_MOST, 0}, {"tối đa tới", "limit", MOD_AT_MOST, 0},
};

static const struct lex_entry parts[] = {
	{"sáng", "MO", 0, 0}, {"sáng sớm", "MO", 0, 0}, {"trưa", "MI", 0, 0}, {"chiều", "AF", 12, 0},
	{"chiều tối", "EV", 12, 0}, {"tối", "EV", 12, 0}, {"đêm", "NI", 12, 0}, {"khuya", "NI", 12, 0},
	{"đêm khuya", "NI", 12, 0}, {"rạng sáng", "MO", 0, 0}, {"buổi sáng", "MO", 0, 0}, {"buổi trưa", "MI", 0, 0},
	{"buổi chiều", "AF", 12, 0}, {"buổi tối", "EV", 12, 0}, {"chiều muộn", "AF", 12, 0}, {"tối muộn", "EV", 12, 0},
	{"đầu giờ sáng", "MO", 0, 0}, {"đầu giờ chiều", "AF", 12, 0}, {"cuối giờ chiều", "AF", 12, 0},
	{"xế chiều", "AF", 12, 0}, {"gần sáng", "MO", 0, 0}, {"hừng sáng", "MO", 0, 0},
};

static const struct lex_entry weekdays[] = {
	{"thứ hai", NULL, 1, 0}, {"thứ ba", NULL, 2, 0}, {"thứ tư", NULL, 3, 0}, {"thứ năm", NULL, 4, 0},
	{"thứ sáu", NULL, 5, 0}, {"thứ bảy", NULL, 6, 0}, {"thứ bẩy", NULL, 6, 0}, {"chủ nhật", NULL, 7, 0},
	{"chúa nhật", NULL, 7, 0}, {"thứ 2", NULL, 1, 0}, {"thứ 3", NULL, 2, 0}, {"thứ 4", NULL, 3, 0},
	{"thứ 5", NULL, 4, 0}, {"thứ 6", NULL, 5, 0}, {"thứ 7", NULL, 6, 0},
};

static const struct lex_entry month_names[] = {
	{"giêng", "L", 1, 0}, {"một", NULL, 1, 0}, {"hai", NULL, 2, 0}, {"ba", NULL, 3, 0}, {"tư", NULL, 4, 0},
	{"bốn", NULL, 4, 0}, {"năm", NULL, 5, 0}, {"sáu", NULL, 6, 0}, {"bảy", NULL, 7, 0}, {"bẩy", NULL, 7, 0},
	{"tám", NULL, 8, 0}, {"chín", NULL, 9, 0}, {"mười", NULL, 10, 0}, {"mười một", NULL, 11, 0},
	{"mười hai", NULL, 12, 0}, {"chạp", "L", 12, 0},
};

static const struct lex_entry english_months[] = {
	{"January", NULL, 1, LEX_CASED}, {"February", NULL, 2, LEX_CASED}, {"March", NULL, 3, LEX_CASED},
	{"April", NULL, 4, LEX_CASED}, {"May", NULL, 5, LEX_CASED}, {"June", NULL, 6, LEX_CASED}, {"July", NULL, 7, LEX_CASED},
	{"August", NULL, 8, LEX_CASED}, {"September", NULL, 9, LEX_CASED}, {"October", NULL, 10, LEX_CASED},
	{"November", NULL, 11, LEX_CASED}, {"December", NULL, 12, LEX_CASED},
};

static const struct lex_entry edges[] = {
	{"đầu", "START", 0, 0}, {"giữa", "MID", 0, 0}, {"cuối", "END", 0, 0}, {"hết", NULL, 0, 0},
	{"trung tuần", "MID", 0, 0}, {"thượng tuần", "START", 0, 0}, {"hạ tuần", "END", 0, 0},
};

static const struct lex_entry periods[] = {
	{"nhiệm kỳ", "term", 0, 0}, {"nhiệm kì", "term", 0, 0}, {"giai đoạn", "period", 0, 0},
	{"thời kỳ", "period", 0, 0}, {"thời kì", "period", 0, 0}, {"năm học", "school-year", 0, 0},
	{"niên khóa", "school-year", 0, 0}, {"niên học", "school-year", 0, 0}, {"mùa giải", "season", 0, 0},
	{"mùa bóng", "season", 0, 0}, {"những năm", "period", 1, 0}, {"các năm", "period", 1, 0},
};

static const struct lex_entry relative_days[] = {
	{"hôm nay", NULL, 0, 0}, {"hôm qua", NULL, -1, 0}, {"hôm kia", NULL, -2, 0}, {"ngày hôm nay", NULL, 0, 0},
	{"ngày hôm qua", NULL, -1, 0}, {"ngày mai", NULL, 1, 0}, {"ngày kia", NULL, 2, 0}, {"hôm sau", "?", 0, 0},
	{"sáng nay", "MO", 0, 0}, {"trưa nay", "MI", 0, 0}, {"chiều nay", "AF", 0, 0}, {"tối nay", "EV", 0, 0},
	{"đêm nay", "NI", 0, 0}, {"rạng sáng nay", "MO", 0, 0}, {"sáng qua", "MO", -1, 0}, {"trưa qua", "MI", -1, 0},
	{"chiều qua", "AF", -1, 0}, {"tối qua", "EV", -1, 0}, {"đêm qua", "NI", -1, 0}, {"sáng mai", "MO", 1, 0},
	{"trưa mai", "MI", 1, 0}, {"chiều mai", "AF", 1, 0}, {"tối mai", "EV", 1, 0}, {"đêm mai", "NI", 1, 0},
	{"sáng hôm nay", "MO", 0, 0}, {"sáng hôm qua", "MO", -1, 0}, {"trưa hôm qua", "MI", -1, 0},
	{"trưa hôm nay", "MI", 0, 0}, {"chiều hôm qua", "AF", -1, 0}, {"chiều hôm nay", "AF", 0, 0},
	{"tối hôm qua", "EV", -1, 0}, {"tối hôm nay", "EV", 0, 0}, {"đêm hôm qua", "NI", -1, 0},
	{"sáng sớm nay", "MO", 0, 0}, {"sáng sớm qua", "MO", -1, 0}, {"rạng sáng qua", "MO", -1, 0},
	{"rạng sáng mai", "MO", 1, 0}, {"ngày hôm kia", NULL, -2, 0}, {"sáng ngày mai", "MO", 1, 0},
	{"chiều ngày mai", "AF", 1, 0}, {"tối ngày mai", "EV", 1, 0}, {"sáng ngày hôm qua", "MO", -1, 0},
	{"chiều ngày hôm qua", "AF", -1, 0}, {"tối ngày hôm qua", "EV", -1, 0}, {"sáng ngày hôm nay", "MO", 0, 0},
	{"rạng sáng hôm nay", "MO", 0, 0}, {"rạng sáng hôm qua", "MO", -1, 0}, {"đêm hôm nay", "NI", 0, 0},
	{"sáng sớm hôm nay", "MO", 0, 0}, {"chiều tối nay", "EV", 0, 0}, {"chiều tối qua", "EV", -1, 0},
	{"chiều tối hôm qua", "EV", -1, 0}, {"chiều ngày hôm nay", "AF", 0, 0}, {"sáng sớm mai", "MO", 1, 0},
	{"ngày mốt", NULL, 2, 0}, {"sáng sớm hôm qua", "MO", -1, 0}, {"khuya nay", "NI", 0, 0},
	{"khuya qua", "NI", -1, 0},
};

static const struct lex_entry relatives[] = {
	{"nay", NULL, 0, 0}, {"này", NULL, 0, LEX_STRONG}, {"qua", NULL, -1, 0}, {"trước", NULL, -1, 0}, {"ngoái", NULL, -1, 0},
	{"rồi", NULL, -1, 0}, {"vừa qua", NULL, -1, LEX_STRONG}, {"vừa rồi", NULL, -1, LEX_STRONG}, {"sau", NULL, 1, 0},
	{"tới", NULL, 1, LEX_STRONG}, {"kia", NULL, -2, 0}, {"kế tiếp", NULL, 1, 0}, {"tiếp theo", NULL, 1, 0},
	{"sắp tới", NULL, 1, 0}, {"hiện tại", NULL, 0, 0}, {"trước đó", "?", 0, 0}, {"trước kia", "?", 0, 0},
	{"trước đây", "?", 0, 0}, {"trước khi", "?", 0, 0}, {"sau khi", "?", 0, 0}, {"qua đời", "?", 0, 0},
	{"sau đó", "?", 0, 0}, {"liền trước", NULL, -1, 0}, {"sau nữa", NULL, 2, 0},
};

static const struct lex_entry forth[] = {
	{"qua", NULL, -1, 0}, {"vừa qua", NULL, -1, 0}, {"tới", NULL, 1, 0}, {"sắp tới", NULL, 1, 0},
	{"trước", NULL, -1, 0}, {"về trước", NULL, -1, 0}, {"trở lại đây", NULL, -1, 0}, {"gần đây", NULL, -1, 0},
	{"nay", NULL, -1, 0}, {"tiếp theo", NULL, 1, 0}, {"gần nhất", NULL, -1, 0}, {"trước đây", NULL, -1, 0},
	{"nữa", NULL, 1, 0}, {"vừa rồi", NULL, -1, 0},
	{"trước khi", "?", 0, 0}, {"trước lúc", "?", 0, 0}, {"tới khi", "?", 0, 0}, {"tới lúc", "?", 0, 0},
	{"trước cửa", "?", 0, 0}, {"trước cổng", "?", 0, 0}, {"trước mặt", "?", 0, 0}, {"trước mắt", "?", 0, 0},
	{"trước sự", "?", 0, 0}, {"trước sân", "?", 0, 0}, {"trước nhà", "?", 0, 0},
	{"nay khi", "?", 0, 0}, {"nữa khi", "?", 0, 0},
};

static const struct lex_entry seasons[] = {
	{"mùa xuân", "SP", 0, 0}, {"mùa hè", "SU", 0, 0}, {"mùa hạ", "SU", 0, 0}, {"mùa thu", "FA", 0, 0},
	{"mùa đông", "WI", 0, 0},
};

/* A bare 30-4 or 2/9 is one of these days, and behind its name any day and month is a date. L: of the lunar calendar. */
static const struct lex_entry holidays[] = {
	{"tết dương lịch", NULL, 101, 0}, {"quốc tế phụ nữ", NULL, 308, 0}, {"giải phóng miền nam", NULL, 430, 0},
	{"thống nhất đất nước", NULL, 430, 0}, {"quốc tế lao động", NULL, 501, 0}, {"quốc tế thiếu nhi", NULL, 601, 0},
	{"báo chí cách mạng việt nam", NULL, 621, 0}, {"thương binh liệt sĩ", NULL, 727, 0},
	{"thương binh - liệt sĩ", NULL, 727, 0}, {"cách mạng tháng tám", NULL, 819, 0}, {"quốc khánh", NULL, 902, 0},
	{"giải phóng thủ đô", NULL, 1010, 0}, {"phụ nữ việt nam", NULL, 1020, 0}, {"nhà giáo việt nam", NULL, 1120, 0},
	{"quân đội nhân dân việt nam", NULL, 1222, 0}, {"giáng sinh", NULL, 1225, 0},
	{"thầy thuốc việt nam", NULL, 227, 0}, {"valentine", NULL, 214, 0}, {"thành lập đảng", NULL, 203, 0},
	{"thành lập đoàn", NULL, 326, 0}, {"gia đình việt nam", NULL, 628, 0}, {"doanh nhân việt nam", NULL, 1013, 0},
	{"giỗ tổ hùng vương", "L", 310, 0}, {"giỗ tổ", "L", 310, 0}, {"phật đản", "L", 415, 0},
	{"tết đoan ngọ", "L", 505, 0}, {"vu lan", "L", 715, 0}, {"trung thu", "L", 815, 0},
	{"ông công ông táo", "L", 1223, 0},
};

static const struct lex_entry stems[] = {
	{"giáp", NULL, 0, 0}, {"ất", NULL, 1, 0}, {"bính", NULL, 2, 0}, {"đinh", NULL, 3, 0}, {"mậu", NULL, 4, 0},
	{"kỷ", NULL, 5, 0}, {"kỉ", NULL, 5, 0}, {"canh", NULL, 6, 0}, {"tân", NULL, 7, 0}, {"nhâm", NULL, 8, 0},
	{"quý", NULL, 9, 0}, {"quí", NULL, 9, 0},
};

static const struct lex_entry branches[] = {
	{"tý", NULL, 0, 0}, {"tí", NULL, 0, 0}, {"sửu", NULL, 1, 0}, {"dần", NULL, 2, 0}, {"mão", NULL, 3, 0},
	{"mẹo", NULL, 3, 0}, {"thìn", NULL, 4, 0}, {"tỵ", NULL, 5, 0}, {"tị", NULL, 5, 0}, {"ngọ", NULL, 6, 0},
	{"mùi", NULL, 7, 0}, {"thân", NULL, 8, 0}, {"dậu", NULL, 9, 0}, {"tuất", NULL, 10, 0}, {"hợi", NULL, 11, 0},
};

static const struct lex_entry eras[] = {
	{"TCN", NULL, 1, 0}, {"trước công nguyên", NULL, 1, 0}, {"sau công nguyên", NULL, 0, 0},
	{"SCN", NULL, 0, 0},
};

static const struct lex_entry ranks[] = {{"nhất", NULL, 1, 0}, {"nhì", NULL, 2, 0}};

static const struct lex_table tables[] = {
	LEX_TABLE(LEX_GLUE, "grammar", "words of the grammar", glue),
	LEX_TABLE(LEX_DIGIT, "digit", "Vietnamese numerals", digits),
	LEX_TABLE(LEX_UNIT_DIGIT, "digit-after-tens", "Vietnamese numerals", unit_digits),
	LEX_TABLE(LEX_SCALE, "magnitude", "Vietnamese numerals", scales),
	LEX_TABLE(LEX_SCALE_TIGHT, "magnitude-suffix", "usage of the press", scales_tight),
	LEX_TABLE(LEX_FRACTION, "fraction", "usage of the press", fractions),
	LEX_TABLE(LEX_VAGUE, "vague", "usage of the press", vague),
	LEX_TABLE(LEX_DURATION, "duration", "ISO 8601-1:2019, 5.5.2", durations),
	LEX_TABLE(LEX_MOD, "modifier", "usage of the press", mods),
	LEX_TABLE(LEX_PART, "part-of-day", "ISO 24617-1 (TIMEX3)", parts),
	LEX_TABLE(LEX_WEEKDAY, "weekday", "ISO 8601-1:2019, 4.3.2", weekdays),
	LEX_TABLE(LEX_MONTH_NAME, "month", "Vietnamese calendar", month_names),
	LEX_TABLE(LEX_MONTH_ENGLISH, "month-english", "letters and pages that the press quotes", english_months),
	LEX_TABLE(LEX_EDGE, "edge", "ISO 24617-1 (TIMEX3 mod)", edges),
	LEX_TABLE(LEX_PERIOD, "period", "usage of the press", periods),
	LEX_TABLE(LEX_REL_DAY, "relative-day", "usage of the press", relative_days),
	LEX_TABLE(LEX_REL, "relative", "usage of the press", relatives),
	LEX_TABLE(LEX_FORTH, "direction", "usage of the press", forth),
	LEX_TABLE(LEX_SEASON, "season", "ISO 24617-1 (TIMEX3)", seasons),
	LEX_TABLE(LEX_HOLIDAY, "holiday", "Labour Code 45/2019/QH14, art. 112; custom", holidays),
	LEX_TABLE(LEX_ERA, "era", "Vietnamese calendar", eras),
	LEX_TABLE(LEX_RANK, "rank", "Vietnamese numerals", ranks),
	LEX_TABLE(LEX_CAN, "stem", "the sexagenary cycle (can)", stems),
	LEX_TABLE(LEX_CHI, "branch", "the sexagenary cycle (chi)", branches),
};

const struct lex_table_list lex_words = {tables, sizeof tables / sizeof *tables};
