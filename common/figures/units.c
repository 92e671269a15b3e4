/* SPDX-License-Identifier: MIT */
/*
 * Vocabulary: units of measure, as the press writes them, with their UCUM symbols (case-sensitive, ucum.org), and
 * currencies with their ISO 4217 codes. A unit that UCUM does not know has the symbol that people write.
 */
#include "figures/vocabulary.h"

static const struct lex_entry units[] = {
	/* length */
	{"mm", "mm", 0, 0}, {"cm", "cm", 0, 0}, {"dm", "dm", 0, 0}, {"m", "m", 0, LEX_CASED}, {"km", "km", 0, 0},
	{"mét", "m", 0, 0}, {"met", "m", 0, 0}, {"nm", "nm", 0, LEX_CASED}, {"xăng-ti-mét", "cm", 0, 0},
	{"xăng ti mét", "cm", 0, 0}, {"xentimét", "cm", 0, 0}, {"centimet", "cm", 0, 0}, {"xen-ti-mét", "cm", 0, 0},
	{"centimét", "cm", 0, 0}, {"mi-li-mét", "mm", 0, 0}, {"milimét", "mm", 0, 0}, {"milimet", "mm", 0, 0},
	{"đề-xi-mét", "dm", 0, 0}, {"nanomet", "nm", 0, 0}, {"nano mét", "nm", 0, 0}, {"nanômét", "nm", 0, 0},
	{"micromet", "um", 0, 0}, {"micro mét", "um", 0, 0}, {"µm", "um", 0, 0}, {"μm", "um", 0, 0},
	{"ki-lô-mét", "km", 0, 0}, {"ki lô mét", "km", 0, 0}, {"kilômét", "km", 0, 0}, {"kilomet", "km", 0, 0},
	{"kilomét", "km", 0, 0}, {"cây số", "km", 0, 0}, {"hải lý", "[nmi_i]", 0, 0},
	{"hải lí", "[nmi_i]", 0, 0}, {"dặm", "mi", 0, 0}, {"dặm vuông", "mi2", 0, 0}, {"feet", "ft", 0, 0},
	{"foot", "ft", 0, 0}, {"ft", "ft", 0, 0}, {"inch", "in", 0, 0}, {"inches", "in", 0, 0},
	{"năm ánh sáng", "[ly]", 0, 0}, {"tấc", "tấc", 0, 0}, {"mét khối", "m3", 0, 0}, {"sải", "sải", 0, 0},
	/* area */
	{"m2", "m2", 0, 0}, {"m²", "m2", 0, 0}, {"mét vuông", "m2", 0, 0}, {"km2", "km2", 0, 0}, {"km²", "km2", 0, 0},
	{"cm2", "cm2", 0, 0}, {"cm²", "cm2", 0, 0}, {"mm2", "mm2", 0, 0}, {"mm²", "mm2", 0, 0}, {"dm2", "dm2", 0, 0},
	{"dm²", "dm2", 0, 0}, {"km vuông", "km2", 0, 0}, {"ki-lô-mét vuông", "km2", 0, 0},
	{"kilômét vuông", "km2", 0, 0}, {"kilomet vuông", "km2", 0, 0}, {"cây số vuông", "km2", 0, 0},
	{"m vuông", "m2", 0, 0}, {"met vuông", "m2", 0, 0}, {"ha", "ha", 0, 0}, {"héc-ta", "ha", 0, 0},
	{"hecta", "ha", 0, 0}, {"hécta", "ha", 0, 0}, {"héc ta", "ha", 0, 0}, {"hec-ta", "ha", 0, 0},
	{"sào", "sào", 0, 0}, {"công đất", "công", 0, 0}, {"mẫu đất", "mẫu", 0, 0}, {"mẫu ruộng", "mẫu", 0, 0},
	{"thước đất", "thước", 0, 0},
	/* volume */
	{"m3", "m3", 0, 0}, {"m³", "m3", 0, 0}, {"cm3", "cm3", 0, 0}, {"cm³", "cm3", 0, 0}, {"dm3", "dm3", 0, 0},
	{"m khối", "m3", 0, 0}, {"lít", "L", 0, 0}, {"l", "L", 0, LEX_CASED}, {"ml", "mL", 0, 0},
	{"mi-li-lít", "mL", 0, 0}, {"mililít", "mL", 0, 0}, {"milliliter", "mL", 0, 0}, {"cc", "cm3", 0, 0},
	{"phân khối", "cm3", 0, 0}, {"thùng dầu", "bbl", 0, 0}, {"gallon", "gallon", 0, 0}, {"dl", "dL", 0, 0},
	{"km3", "km3", 0, 0}, {"km³", "km3", 0, 0},
	/* mass */
	{"kg", "kg", 0, 0}, {"ki-lô-gam", "kg", 0, 0}, {"ki lô gam", "kg", 0, 0}, {"kilôgam", "kg", 0, 0},
	{"kilogam", "kg", 0, 0}, {"kilogram", "kg", 0, 0}, {"ký", "kg", 0, 0}, {"kí", "kg", 0, 0},
	{"ki-lô", "kg", 0, 0}, {"ki lô", "kg", 0, 0}, {"cân", "kg", 0, 0}, {"kilô", "kg", 0, 0},
	{"g", "g", 0, LEX_CASED}, {"gam", "g", 0, 0}, {"gr", "g", 0, 0}, {"gram", "g", 0, 0}, {"mg", "mg", 0, 0},
	{"mi-li-gam", "mg", 0, 0}, {"miligam", "mg", 0, 0}, {"milligram", "mg", 0, 0}, {"miligram", "mg", 0, 0},
	{"µg", "ug", 0, 0}, {"μg", "ug", 0, 0}, {"mcg", "ug", 0, 0}, {"microgam", "ug", 0, 0}, {"lạng", "hg", 0, 0},
	{"yến", "yến", 0, 0}, {"tạ", "dt", 0, 0}, {"tấn", "t", 0, 0}, {"pound", "[lb_av]", 0, 0},
	{"ounce", "[oz_av]", 0, 0}, {"carat", "[car_m]", 0, 0}, {"cara", "[car_m]", 0, 0}, {"cây vàng", "lượng", 0, 0},
	{"lượng vàng", "lượng", 0, 0}, {"chỉ vàng", "chỉ", 0, 0}, {"ký túc", NULL, 0, 0}, {"ký kết", NULL, 0, 0},
	{"cân bằng", NULL, 0, 0}, {"ký ức", NULL, 0, 0}, {"kí ức", NULL, 0, 0}, {"ký giả", NULL, 0, 0},
	{"ký túc xá", NULL, 0, 0}, {"ký sự", NULL, 0, 0}, {"ký kết", NULL, 0, 0}, {"ký hiệu", NULL, 0, 0},
	{"ký tự", NULL, 0, 0}, {"ký tên", NULL, 0, 0}, {"ký sinh", NULL, 0, 0}, {"ký hợp đồng", NULL, 0, 0}, {"tấn công", NULL, 0, 0}, {"tạ tội", NULL, 0, 0}, {"độ tuổi", NULL, 0, 0},
	{"DWT", "DWT", 0, LEX_CASED}, {"teu", "TEU", 0, 0}, {"tấn hàng", "t", 0, 0},
	/* speed, flow */
	{"km/h", "km/h", 0, 0}, {"km/giờ", "km/h", 0, 0}, {"m/s", "m/s", 0, 0}, {"m/giây", "m/s", 0, 0},
	{"km/giây", "km/s", 0, 0}, {"km/s", "km/s", 0, 0}, {"m3/s", "m3/s", 0, 0}, {"m3/giây", "m3/s", 0, 0},
	{"m³/s", "m3/s", 0, 0}, {"m³/giây", "m3/s", 0, 0}, {"hải lý/giờ", "[nmi_i]/h", 0, 0},
	{"dặm/giờ", "mi/h", 0, 0}, {"mph", "mi/h", 0, 0}, {"km một giờ", "km/h", 0, 0},
	{"ki-lô-mét/giờ", "km/h", 0, 0}, {"vòng/phút", "rpm", 0, 0}, {"mét/giây", "m/s", 0, 0},
	{"hải lý trên giờ", "[nmi_i]/h", 0, 0}, {"knot", "[kn_i]", 0, 0}, {"m/phút", "m/min", 0, 0},
	{"lít/phút", "L/min", 0, 0}, {"lít/giây", "L/s", 0, 0},
	/* electricity, energy, power */
	{"kWh", "kWh", 0, 0}, {"MWh", "MWh", 0, 0}, {"GWh", "GWh", 0, 0}, {"TWh", "TWh", 0, 0}, {"Wh", "Wh", 0, 0},
	{"kW", "kW", 0, 0}, {"MW", "MW", 0, 0}, {"GW", "GW", 0, 0}, {"W", "W", 0, LEX_CASED}, {"kV", "kV", 0, 0},
	{"V", "V", 0, LEX_CASED}, {"kVA", "kVA", 0, 0}, {"MVA", "MVA", 0, 0}, {"mAh", "mA.h", 0, 0},
	{"số điện", "kWh", 0, 0}, {"số điện thoại", NULL, 0, 0}, {"kí điện", "kWh", 0, 0}, {"MWp", "MWp", 0, 0}, {"kWp", "kWp", 0, 0},
	{"vôn", "V", 0, 0}, {"oát", "W", 0, 0}, {"ki-lô-oát giờ", "kWh", 0, 0}, {"mê-ga-oát", "MW", 0, 0},
	{"kilowatt", "kW", 0, 0}, {"megawatt", "MW", 0, 0}, {"gigawatt", "GW", 0, 0}, {"mã lực", "[HP]", 0, 0},
	{"HP", "[HP]", 0, LEX_CASED}, {"hp", "[HP]", 0, LEX_CASED}, {"CV", "CV", 0, LEX_CASED}, {"ampe", "A", 0, 0},
	{"mA", "mA", 0, LEX_CASED}, {"calo", "cal", 0, 0}, {"kcal", "kcal", 0, 0}, {"calories", "kcal", 0, 0},
	{"calorie", "kcal", 0, 0}, {"kilocalo", "kcal", 0, 0}, {"ki-lô-calo", "kcal", 0, 0}, {"jun", "J", 0, 0},
	{"Nm", "N.m", 0, LEX_CASED}, {"BTU", "[Btu]", 0, 0}, {"calo/ngày", "cal/d", 0, 0},
	/* information, frequency, light */
	{"KB", "kB", 0, LEX_CASED}, {"MB", "MB", 0, LEX_CASED}, {"GB", "GB", 0, LEX_CASED}, {"TB", "TB", 0, LEX_CASED},
	{"Gb", "GB", 0, LEX_CASED}, {"gigabyte", "GB", 0, 0}, {"terabyte", "TB", 0, 0}, {"megabyte", "MB", 0, 0},
	{"megapixel", "MP", 0, 0}, {"MP", "MP", 0, LEX_CASED}, {"pixel", "px", 0, 0}, {"Mbps", "Mbps", 0, 0}, {"megabit", "Mbit", 0, 0}, {"gigabit", "Gbit", 0, 0},
	{"Gbps", "Gbps", 0, 0}, {"Mb/s", "Mbps", 0, 0}, {"MB/s", "MB/s", 0, LEX_CASED}, {"Kbps", "kbps", 0, 0},
	{"Hz", "Hz", 0, 0}, {"ms", "ms", 0, LEX_CASED}, {"kHz", "kHz", 0, 0}, {"MHz", "MHz", 0, 0}, {"GHz", "GHz", 0, 0}, {"lux", "lx", 0, 0},
	{"nit", "nit", 0, 0}, {"dB", "dB", 0, 0}, {"dBA", "dBA", 0, 0}, {"đề-xi-ben", "dB", 0, 0},
	{"fps", "fps", 0, 0}, {"megabit/giây", "Mbps", 0, 0}, {"Gb/s", "Gbps", 0, 0}, {"dpi", "dpi", 0, 0},
	{"ppi", "ppi", 0, 0},
	/* temperature, angle, pressure, strength */
	{"°C", "°C", 0, 0}, {"độ C", "°C", 0, 0}, {"oC", "°C", 0, LEX_CASED}, {"ºC", "°C", 0, 0},
	{"0C", "°C", 0, LEX_CASED}, {"℃", "°C", 0, 0}, {"⁰C", "°C", 0, 0}, {"⁰F", "°F", 0, 0}, {"°F", "°F", 0, 0}, {"độ F", "°F", 0, 0}, {"độ", "°C", 1, 0},
	{"độ Richter", "Richter", 0, 0}, {"độ rích-te", "Richter", 0, 0}, {"độ richte", "Richter", 0, 0},
	{"độ cồn", "%vol", 0, 0}, {"độ K", "K", 0, LEX_CASED}, {"°", "deg", 0, 0}, {"⁰", "deg", 0, 0},
	{"độ vĩ bắc", "deg", 0, 0}, {"độ kinh đông", "deg", 0, 0}, {"độ vĩ nam", "deg", 0, 0},
	{"độ kinh tây", "deg", 0, 0}, {"độ góc", "deg", 0, 0}, {"độ mặn", NULL, 0, 0}, {"độ phân giải", NULL, 0, 0},
	{"mmHg", "mm[Hg]", 0, 0}, {"atm", "atm", 0, 0}, {"bar", "bar", 0, LEX_CASED}, {"Pa", "Pa", 0, LEX_CASED},
	{"kPa", "kPa", 0, 0}, {"MPa", "MPa", 0, LEX_CASED}, {"hPa", "hPa", 0, 0}, {"mmol/l", "mmol/L", 0, 0},
	{"mg/l", "mg/L", 0, 0}, {"mg/lít", "mg/L", 0, 0}, {"mg/dl", "mg/dL", 0, 0}, {"mg/kg", "mg/kg", 0, 0},
	{"ppm", "[ppm]", 0, 0}, {"µg/m3", "ug/m3", 0, 0}, {"μg/m3", "ug/m3", 0, 0}, {"µg/m³", "ug/m3", 0, 0},
	{"μg/m³", "ug/m3", 0, 0}, {"g/l", "g/L", 0, 0}, {"IU", "[iU]", 0, LEX_CASED}, {"mSv", "mSv", 0, 0},
	{"g/km", "g/km", 0, 0}, {"lít/100km", "L/100km", 0, 0}, {"lít/100 km", "L/100km", 0, 0},
	{"L/100km", "L/100km", 0, 0}, {"l/100km", "L/100km", 0, 0}, {"W/m2", "W/m2", 0, 0},
	{"miligam/lít", "mg/L", 0, 0}, {"kg/ha", "kg/ha", 0, 0},
	/* yield */
	{"tấn/ha", "t/ha", 0, 0}, {"tạ/ha", "dt/ha", 0, 0}, {"tấn/héc-ta", "t/ha", 0, 0}, {"tấn/hecta", "t/ha", 0, 0},
	{"tạ/sào", "dt/sào", 0, 0}, {"kg/sào", "kg/sào", 0, 0}, {"kg/m2", "kg/m2", 0, 0}, {"tấn/m3", "t/m3", 0, 0},
	{"kg/m3", "kg/m3", 0, 0}, {"g/m3", "g/m3", 0, 0}, {"mg/m3", "mg/m3", 0, 0}, {"tạ/công", "dt/công", 0, 0},
	{"tấn/công", "t/công", 0, 0},
};

static const struct lex_entry currencies[] = {
	{"đồng", "VND", 0, 0}, {"đ", "VND", 0, 0}, {"₫", "VND", 0, 0}, {"VND", "VND", 0, 0}, {"VNĐ", "VND", 0, 0},
	{"đồng Việt Nam", "VND", 0, 0}, {"tiền Việt Nam", "VND", 1, 0}, {"tiền Việt", "VND", 1, 0},
	{"đồng tiền Việt", "VND", 0, 0}, {"đồng VN", "VND", 0, 0},
	/* Words that only begin like a currency: no code, no figure. */
	{"đồng chí", NULL, 0, 0}, {"đồng minh", NULL, 0, 0}, {"đồng đội", NULL, 0, 0}, {"đồng bào", NULL, 0, 0},
	{"đồng nghiệp", NULL, 0, 0}, {"đồng hồ", NULL, 0, 0}, {"đồng phạm", NULL, 0, 0}, {"đồng bọn", NULL, 0, 0},
	{"đồng tác giả", NULL, 0, 0}, {"đô thị", NULL, 0, 0}, {"đô vật", NULL, 0, 0}, {"yên xe", NULL, 0, 0},
	{"bảng đấu", NULL, 0, 0}, {"USD", "USD", 0, 0}, {"đô la", "USD", 0, 0}, {"đô-la", "USD", 0, 0},
	{"đôla", "USD", 0, 0}, {"đô la Mỹ", "USD", 0, 0}, {"đô-la Mỹ", "USD", 0, 0}, {"đôla Mỹ", "USD", 0, 0},
	{"$", "USD", 0, 0}, {"đô", "USD", 0, 0}, {"US$", "USD", 0, 0}, {"dollar", "USD", 0, 0},
	{"đồng USD", "USD", 0, 0}, {"Mỹ kim", "USD", 0, 0}, {"dollars", "USD", 0, 0}, {"đô Mỹ", "USD", 0, 0},
	{"USD Mỹ", "USD", 0, 0}, {"EUR", "EUR", 0, 0}, {"euro", "EUR", 0, 0}, {"ơ-rô", "EUR", 0, 0},
	{"€", "EUR", 0, 0}, {"euros", "EUR", 0, 0}, {"đồng euro", "EUR", 0, 0}, {"CNY", "CNY", 0, 0},
	{"nhân dân tệ", "CNY", 0, 0}, {"NDT", "CNY", 0, 0}, {"tệ", "CNY", 0, 0}, {"RMB", "CNY", 0, 0},
	{"CNY Trung Quốc", "CNY", 0, 0}, {"NDT Trung Quốc", "CNY", 0, 0}, {"JPY", "JPY", 0, 0}, {"yên", "JPY", 0, 0},
	{"yên Nhật", "JPY", 0, 0}, {"yen", "JPY", 0, 0}, {"yen Nhật", "JPY", 0, 0}, {"¥", "JPY", 0, 0},
	{"yên Nhật Bản", "JPY", 0, 0}, {"GBP", "GBP", 0, 0}, {"bảng Anh", "GBP", 0, 0}, {"bảng", "GBP", 0, 0},
	{"£", "GBP", 0, 0}, {"đồng bảng Anh", "GBP", 0, 0}, {"KRW", "KRW", 0, 0}, {"won", "KRW", 0, 0},
	{"won Hàn Quốc", "KRW", 0, 0}, {"₩", "KRW", 0, 0}, {"won Hàn", "KRW", 0, 0}, {"THB", "THB", 0, 0},
	{"baht", "THB", 0, 0}, {"bạt", "THB", 0, 0}, {"baht Thái", "THB", 0, 0}, {"baht Thái Lan", "THB", 0, 0},
	{"SGD", "SGD", 0, 0}, {"đô la Singapore", "SGD", 0, 0}, {"đôla Singapore", "SGD", 0, 0}, {"AUD", "AUD", 0, 0},
	{"đô la Úc", "AUD", 0, 0}, {"đô la Australia", "AUD", 0, 0}, {"đôla Úc", "AUD", 0, 0}, {"CAD", "CAD", 0, 0},
	{"đô la Canada", "CAD", 0, 0}, {"HKD", "HKD", 0, 0}, {"đô la Hồng Kông", "HKD", 0, 0},
	{"đô la Hong Kong", "HKD", 0, 0}, {"đô la Hồng Công", "HKD", 0, 0}, {"đôla Hong Kong", "HKD", 0, 0},
	{"TWD", "TWD", 0, 0}, {"đô la Đài Loan", "TWD", 0, 0}, {"Đài tệ", "TWD", 0, 0}, {"NZD", "NZD", 0, 0},
	{"đô-la Úc", "AUD", 0, 0}, {"đô-la Singapore", "SGD", 0, 0}, {"đô-la Canada", "CAD", 0, 0},
	{"AUD Úc", "AUD", 0, 0}, {"CHF", "CHF", 0, 0}, {"franc Thụy Sĩ", "CHF", 0, 0}, {"phrăng Thụy Sĩ", "CHF", 0, 0},
	{"RUB", "RUB", 0, 0}, {"rúp", "RUB", 0, 0}, {"ruble", "RUB", 0, 0}, {"rúp Nga", "RUB", 0, 0},
	{"rouble", "RUB", 0, 0}, {"INR", "INR", 0, 0}, {"rupee", "INR", 0, 0}, {"rupee Ấn Độ", "INR", 0, 0},
	{"rupi", "INR", 0, 0}, {"IDR", "IDR", 0, 0}, {"rupiah", "IDR", 0, 0}, {"rupiah Indonesia", "IDR", 0, 0},
	{"MYR", "MYR", 0, 0}, {"ringgit", "MYR", 0, 0}, {"PHP", "PHP", 0, LEX_CASED}, {"peso", "PHP", 0, 0},
	{"LAK", "LAK", 0, 0}, {"kíp", "LAK", 0, 0}, {"kip Lào", "LAK", 0, 0}, {"KHR", "KHR", 0, 0},
	{"riel", "KHR", 0, 0}, {"SEK", "SEK", 0, 0}, {"NOK", "NOK", 0, 0}, {"BRL", "BRL", 0, 0}, {"real", "BRL", 0, 0},
	{"TRY", "TRY", 0, LEX_CASED}, {"lira", "TRY", 0, 0}, {"AED", "AED", 0, 0}, {"dirham", "AED", 0, 0},
	{"SAR", "SAR", 0, 0}, {"ZAR", "ZAR", 0, 0}, {"rand", "ZAR", 0, 0}, {"BTC", "XBT", 0, 0},
	{"bitcoin", "XBT", 0, 0}, {"shekel", "ILS", 0, 0}, {"zloty", "PLN", 0, 0}, {"dinar", "KWD", 0, 0},
	{"kyat", "MMK", 0, 0}, {"SDR", "XDR", 0, LEX_CASED},
};

#define TABLE(set, name, source, rows) {set, name, source, rows, sizeof rows / sizeof *rows}

static const struct lex_table tables[] = {
	TABLE(LEX_UNIT, "unit", "UCUM 2.1; TCVN 7870 (ISO 80000); usage of the press", units),
	TABLE(LEX_CURRENCY, "currency", "ISO 4217:2015", currencies),
};

const struct lex_table_list lex_units = {tables, sizeof tables / sizeof *tables};
