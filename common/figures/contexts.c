/* SPDX-License-Identifier: MIT */
/* Vocabulary: words around a figure that decide what it is, or that it is none. */
#include "figures/vocabulary.h"

/* Verbs that say how a figure changes; CHANGE_NONE: other words that only begin like one (tăng cường, hạ tầng). */
static const struct lex_entry changes[] = {
	{"tăng", NULL, CHANGE_UP, 0}, {"tăng thêm", NULL, CHANGE_UP, 0}, {"cao hơn", NULL, CHANGE_UP, LEX_COMPARES},
	{"nhiều hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"lớn hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"tăng trưởng", NULL, CHANGE_UP, 0},
	{"dâng", NULL, CHANGE_UP, 0}, {"vọt", NULL, CHANGE_UP, 0}, {"tăng vọt", NULL, CHANGE_UP, 0}, {"đội giá", NULL, CHANGE_UP, 0}, {"đội vốn", NULL, CHANGE_UP, 0},
	{"tăng mạnh", NULL, CHANGE_UP, 0}, {"tăng nhẹ", NULL, CHANGE_UP, 0}, {"gia tăng", NULL, CHANGE_UP, 0},
	{"an toàn hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"bền hơn", NULL, CHANGE_UP, LEX_COMPARES},
	{"lâu hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"xa hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"nặng hơn", NULL, CHANGE_UP, LEX_COMPARES},
	{"rộng hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"đông hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"dày hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"mỏng hơn", NULL, CHANGE_DOWN, LEX_COMPARES},
	{"góc leo", NULL, CHANGE_NONE, LEX_STRONG}, {"tăng thêm của", NULL, CHANGE_NONE, LEX_STRONG},
	{"đắt hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"bật tăng", NULL, CHANGE_UP, 0}, {"nâng", NULL, CHANGE_UP, 0},
	{"dài hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"nhích", NULL, CHANGE_UP, 0}, {"cộng thêm", NULL, CHANGE_UP, 0},
	{"leo", NULL, CHANGE_UP, 0}, {"nhanh hơn", NULL, CHANGE_UP, LEX_COMPARES}, {"tăng cường", NULL, CHANGE_NONE, 0},
	{"giảm án", NULL, CHANGE_NONE, 0}, {"giảm trừ", NULL, CHANGE_NONE, 0}, {"rút dao", NULL, CHANGE_NONE, 0},
	{"rút tiền", NULL, CHANGE_NONE, 0}, {"rút súng", NULL, CHANGE_NONE, 0}, {"rút kinh nghiệm", NULL, CHANGE_NONE, 0}, {"nâng cốc", NULL, CHANGE_NONE, 0}, {"hạ cánh", NULL, CHANGE_NONE, 0}, {"hạ tầng", NULL, CHANGE_NONE, 0},
	{"rơi vào", NULL, CHANGE_NONE, 0}, {"hạ gục", NULL, CHANGE_NONE, 0}, {"hạ sinh", NULL, CHANGE_NONE, 0},
	{"nâng cấp", NULL, CHANGE_NONE, 0}, {"nâng cao", NULL, CHANGE_NONE, 0}, {"giảm nghèo", NULL, CHANGE_NONE, 0},
	{"giảm cân", NULL, CHANGE_NONE, 0}, {"giảm mỡ", NULL, CHANGE_NONE, 0}, {"giảm béo", NULL, CHANGE_NONE, 0},
	{"giảm đau", NULL, CHANGE_NONE, 0}, {"giảm sốt", NULL, CHANGE_NONE, 0}, {"giảm stress", NULL, CHANGE_NONE, 0}, {"giảm giá trị", NULL, CHANGE_DOWN, 0}, {"tăng tốc", NULL, CHANGE_UP, 0}, {"tăng cơ", NULL, CHANGE_NONE, 0}, {"giá trị gia tăng", NULL, CHANGE_NONE, 0}, {"tăng ca", NULL, CHANGE_NONE, 0},
	{"giảm", NULL, CHANGE_DOWN, 0}, {"giảm thêm", NULL, CHANGE_DOWN, 0}, {"sụt", NULL, CHANGE_DOWN, 0},
	{"sụt giảm", NULL, CHANGE_DOWN, 0}, {"thấp hơn", NULL, CHANGE_DOWN, LEX_COMPARES}, {"ít hơn", NULL, CHANGE_DOWN, LEX_COMPARES},
	{"hạ", NULL, CHANGE_DOWN, 0}, {"mất giá", NULL, CHANGE_DOWN, 0}, {"rẻ hơn", NULL, CHANGE_DOWN, LEX_COMPARES}, {"nhẹ hơn", NULL, CHANGE_DOWN, LEX_COMPARES},
	{"giảm mạnh", NULL, CHANGE_DOWN, 0}, {"giảm nhẹ", NULL, CHANGE_DOWN, 0}, {"rút ngắn", NULL, CHANGE_DOWN, 0},
	{"rút", "draw", CHANGE_DOWN, 0}, {"rút ngắn", NULL, CHANGE_DOWN, 0}, {"rút gọn", NULL, CHANGE_DOWN, 0}, {"nhỏ hơn", NULL, CHANGE_DOWN, LEX_COMPARES}, {"rớt", NULL, CHANGE_DOWN, 0},
	{"tụt", NULL, CHANGE_DOWN, 0}, {"tụt dây", NULL, CHANGE_NONE, 0}, {"tụt giảm", NULL, CHANGE_DOWN, 0}, {"cắt giảm", NULL, CHANGE_DOWN, 0}, 
	{"lao dốc", NULL, CHANGE_DOWN, 0}, {"thu hẹp", NULL, CHANGE_DOWN, 0}, {"bốc hơi", NULL, CHANGE_DOWN, 0},
	{"ngắn hơn", NULL, CHANGE_DOWN, LEX_COMPARES}, {"suy giảm", NULL, CHANGE_DOWN, 0}, {"chậm hơn", NULL, CHANGE_DOWN, LEX_COMPARES},
	{"trượt", NULL, CHANGE_DOWN, 0},
	/* the noun, not the verb */
	{"mức tăng trưởng", NULL, CHANGE_NONE, 0}, {"độ tăng trưởng", NULL, CHANGE_NONE, 0},
	{"lệ tăng trưởng", NULL, CHANGE_NONE, 0},
};

static const struct lex_entry documents[] = {
	{"nghị quyết", NULL, 0, 0}, {"nghị định", NULL, 0, 0}, {"quyết định", NULL, 0, 0}, {"thông tư", NULL, 0, 0},
	{"chỉ thị", NULL, 0, 0}, {"công văn", NULL, 0, 0}, {"kế hoạch", NULL, DOC_COMMON, 0},
	{"thông tư liên tịch", NULL, 0, 0}, {"công điện", NULL, 0, 0}, {"thông báo", NULL, DOC_COMMON, 0},
	{"văn bản", NULL, DOC_COMMON, 0}, {"hướng dẫn", NULL, DOC_COMMON, 0}, {"kết luận", NULL, DOC_COMMON, 0}, {"quy định", NULL, DOC_COMMON, 0},
	{"pháp lệnh", NULL, DOC_COMMON, 0}, {"luật", NULL, DOC_COMMON, 0}, {"tờ trình", NULL, DOC_COMMON, 0}, {"báo cáo", NULL, DOC_COMMON, 0},
	{"chương trình", NULL, DOC_COMMON, 0}, {"đề án", NULL, DOC_COMMON, 0}, {"lệnh", NULL, DOC_COMMON, 0}, {"sắc lệnh", NULL, 0, 0},
	{"giấy phép", NULL, DOC_COMMON, 0}, {"tiêu chuẩn", NULL, DOC_COMMON, 0}, {"quy chế", NULL, DOC_COMMON, 0}, {"giấy mời", NULL, DOC_COMMON, 0},
	{"quy chuẩn", NULL, DOC_COMMON, 0}, {"nghị quyết liên tịch", NULL, 0, 0}, {"cáo trạng", NULL, DOC_COMMON, 0},
	{"NQ", NULL, DOC_COMMON, LEX_CASED}, {"NĐ", NULL, DOC_COMMON, LEX_CASED}, {"QĐ", NULL, DOC_COMMON, LEX_CASED}, {"TT", NULL, DOC_COMMON, LEX_CASED},
	{"CT", NULL, DOC_COMMON, LEX_CASED},
};

static const struct lex_entry document_parts[] = {
	{"điều", NULL, DOC_ARTICLE, 0}, {"khoản", NULL, DOC_CLAUSE, 0}, {"điểm", NULL, DOC_POINT, 0}, {"chương", NULL, DOC_CHAPTER, 0}, {"mục", NULL, DOC_CHAPTER, 0},
};

/* Before a number that only names. */
static const struct lex_entry labels[] = {
	{"khóa", NULL, LABEL_SPELLED, LEX_STRONG}, {"lớp", NULL, LABEL_SPELLED, LEX_STRONG}, {"khối", NULL, 0, 0}, {"quận", NULL, LABEL_SPELLED, LEX_STRONG}, {"phường", NULL, 0, LEX_STRONG},
	{"tổ", NULL, 0, 0}, {"khu", NULL, 0, 0}, {"khu phố", NULL, 0, LEX_STRONG}, {"tổ dân phố", NULL, 0, LEX_STRONG},
	{"thôn", NULL, 0, 0}, {"ấp", NULL, 0, LEX_STRONG}, {"xóm", NULL, 0, LEX_STRONG}, {"đội", NULL, 0, 0}, {"đường", NULL, 0, 0},
	{"quốc lộ", NULL, 0, LEX_STRONG}, {"tỉnh lộ", NULL, 0, 0}, {"phố", NULL, 0, 0}, {"ngõ", NULL, 0, 0},
	{"hẻm", NULL, 0, 0}, {"ngách", NULL, 0, 0}, {"kiệt", NULL, 0, 0}, {"số nhà", NULL, 0, 0},
	{"nhà số", NULL, 0, 0}, {"tầng", NULL, 0, LEX_STRONG}, {"lầu", NULL, 0, 0}, {"phòng", NULL, 0, 0},
	{"căn hộ", NULL, 0, 0}, {"đại hội", NULL, LABEL_SPELLED, 0}, {"hiệp", NULL, LABEL_SPELLED, LEX_STRONG}, {"vòng", NULL, LABEL_SPELLED, LEX_STRONG},
	{"giai đoạn", NULL, LABEL_SPELLED, LEX_STRONG}, {"bão số", NULL, LABEL_SPELLED, LEX_STRONG}, {"cơn bão số", NULL, 0, 0}, {"bão", NULL, 0, 0},
	{"số", NULL, LABEL_SPELLED, LEX_STRONG}, {"mã số", NULL, 0, LEX_STRONG}, {"biển số", NULL, 0, 0}, {"bks", NULL, 0, 0},
	{"biển kiểm soát", NULL, 0, 0}, {"bs", NULL, 0, 0}, {"bản", NULL, 0, 0}, {"phiên bản", NULL, 0, LEX_STRONG},
	{"thế hệ", NULL, 0, 0}, {"ip", NULL, 0, 0}, {"địa chỉ ip", NULL, 0, 0}, {"kênh", NULL, 0, 0},
	{"tuyến", NULL, 0, 0}, {"tuyến số", NULL, 0, 0}, {"ga", NULL, 0, 0}, {"cảng", NULL, 0, 0},
	{"nhà máy", NULL, 0, 0}, {"lô", NULL, 0, 0}, {"thửa", NULL, 0, 0}, {"thửa đất số", NULL, 0, 0},
	{"tờ bản đồ", NULL, 0, 0}, {"tập", NULL, LABEL_SPELLED, 0}, {"phần", NULL, LABEL_SPELLED, 0}, {"chương", NULL, LABEL_SPELLED, 0},
	{"bài", NULL, 0, 0}, {"trang", NULL, 0, 0}, {"hình", NULL, 0, 0}, {"ảnh", NULL, 0, 0}, {"bảng", NULL, 0, 0},
	{"phụ lục", NULL, 0, 0}, {"ca", NULL, LABEL_CAPITALS, 0}, {"câu", NULL, 0, 0}, {"câu hỏi", NULL, 0, 0}, {"kỳ", NULL, 0, 0}, {"số báo", NULL, 0, 0},
	{"quyển", NULL, 0, 0}, {"mùa", NULL, 0, 0}, {"season", NULL, 0, 0}, {"part", NULL, 0, 0}, {"loại", NULL, LABEL_SPELLED, 0},
	{"hạng", NULL, LABEL_SPELLED, 0}, {"nhóm", NULL, 0, 0}, {"type", NULL, 0, 0}, {"tuýp", NULL, 0, 0},
	{"game", NULL, 0, 0}, {"cách mạng công nghiệp", NULL, 0, 0}, {"công nghiệp", NULL, 0, 0}, {"công nghệ", NULL, 0, 0}, {"mega", NULL, 0, 0}, {"power", NULL, 0, 0},
	{"max", NULL, 0, 0}, {"jackpot", NULL, 0, 0}, {"vietlott", NULL, 0, 0}, {"windows", NULL, 0, LEX_STRONG},
	{"android", NULL, 0, LEX_STRONG}, {"ios", NULL, 0, LEX_STRONG}, {"iphone", NULL, 0, LEX_STRONG}, {"galaxy", NULL, 0, LEX_STRONG},
	{"boeing", NULL, 0, 0}, {"airbus", NULL, 0, 0}, {"apollo", NULL, 0, 0}, {"covid", NULL, 0, 0},
	{"sars-cov", NULL, 0, 0}, {"group", NULL, 0, 0}, {"top", NULL, LABEL_RANK, 0}, {"nhà giàn", NULL, 0, 0},
	{"sư đoàn", NULL, 0, LEX_STRONG}, {"trung đoàn", NULL, 0, LEX_STRONG}, {"tiểu đoàn", NULL, 0, LEX_STRONG}, {"lữ đoàn", NULL, 0, LEX_STRONG},
	{"quân khu", NULL, 0, LEX_STRONG}, {"quân đoàn", NULL, 0, LEX_STRONG}, {"đoàn", NULL, 0, 0}, {"hải đội", NULL, 0, 0},
	{"vùng", NULL, LABEL_SPELLED, 0}, {"hải đoàn", NULL, 0, 0}, {"đại đội", NULL, 0, 0}, {"bệnh viện", NULL, 0, 0},
	{"bệnh nhân", NULL, 0, 0}, {"bệnh nhân số", NULL, 0, 0}, {"bn", NULL, 0, 0}, {"trạm", NULL, 0, 0},
	{"chốt", NULL, 0, 0}, {"báo danh", NULL, 0, 0}, {"otp", NULL, 0, 0}, {"ron", NULL, 0, 0},
	{"chương trình", NULL, 0, 0}, {"phòng khám", NULL, 0, 0}, {"trong số", NULL, LABEL_NONE, 0}, {"tổng số", NULL, LABEL_NONE, 0},
	{"con số", NULL, LABEL_NONE, 0}, {"đủ số", NULL, LABEL_NONE, 0}, {"tỷ số", NULL, LABEL_NONE, 0}, {"tỉ số", NULL, LABEL_NONE, 0}, {"dân số", NULL, LABEL_NONE, 0},
	{"doanh số", NULL, LABEL_NONE, 0}, {"hệ số", NULL, LABEL_NONE, 0}, {"của số", NULL, LABEL_NONE, 0}, {"nửa số", NULL, LABEL_NONE, 0},
	{"trên số", NULL, LABEL_NONE, 0}, {"sĩ số", NULL, LABEL_NONE, 0}, {"chỉ số", NULL, LABEL_NONE, 0}, {"điểm", NULL, LABEL_NONE, 0}, {"yêu cầu", NULL, LABEL_NONE, 0}, {"lần lượt", NULL, LABEL_NONE, 0}, {"ra mắt", NULL, LABEL_NONE, 0}, {"góp mặt", NULL, LABEL_NONE, 0},
	{"dẫn đầu", NULL, LABEL_NONE, 0}, {"IELTS", NULL, LABEL_NONE, 0}, {"TOEIC", NULL, LABEL_NONE, 0}, {"TOEFL", NULL, LABEL_NONE, 0}, {"GPA", NULL, LABEL_NONE, 0}, {"SAT", NULL, LABEL_NONE, 0}, {"công ty", NULL, 0, 0}, {"vị trí", NULL, 0, 0}, {"chặng", NULL, 0, 0}, {"vành đai", NULL, 0, 0}, {"chuyên khoa", NULL, 0, 0}, {"cấp cứu", NULL, 0, 0}, {"ngoại viện", NULL, 0, 0}, {"CDMA", NULL, 0, 0}, {"lỗi", NULL, 0, 0}, {"S&P", NULL, 0, 0}, {"quảng trường", NULL, 0, 0}, {"trường mầm non", NULL, 0, 0},
	{"trường tiểu học", NULL, 0, 0},
	{"phân giải", NULL, LABEL_NONE, 0}, {"toàn bộ số", NULL, LABEL_NONE, 0}, {"tổ hợp", NULL, 0, 0},
	{"mã", NULL, 0, 0}, {"số hiệu", NULL, 0, 0}, {"nhi đồng", NULL, 0, 0}, {"vol", NULL, 0, 0}, {"trong vòng", NULL, LABEL_NONE, 0}, {"á hậu", NULL, 0, LEX_STRONG}, {"thời", NULL, 0, 0}, {"cấp", NULL, LABEL_SPELLED, LEX_STRONG}, {"ăn", NULL, LABEL_SPELLED, 0},
	{"cú ăn", NULL, LABEL_SPELLED, 0}, {"công thức", NULL, 0, 0}, {"khóm", NULL, 0, 0}, {"khu vực", NULL, 0, 0},
	{"ms", NULL, 0, 0}, {"chiến đấu", NULL, 0, 0}, {"ca bệnh", NULL, LABEL_CAPITALS, 0}, {"gen", NULL, 0, 0},
	{"khối thi", NULL, 0, 0}, {"omega", NULL, 0, 0}, {"không lực", NULL, 0, 0}, {"vitamin", NULL, 0, 0},
	{"nút giao", NULL, 0, 0}, {"điểm giao dịch", NULL, 0, 0}, {"nguyện vọng", NULL, 0, 0}, {"đề án", NULL, 0, 0},
	{"quy trình", NULL, 0, 0}, {"nghiệm thức", NULL, 0, 0}, {"quốc phòng", NULL, 0, 0}, {"binh đoàn", NULL, 0, 0},
	{"xa lộ", NULL, 0, 0}, {"hàm", NULL, 0, 0}, {"chuyên đề", NULL, 0, 0}, {"đợt thi", NULL, 0, 0},
	{"khung", NULL, 0, 0}, {"giải", NULL, LABEL_SPELLED, 0}, {"mục", NULL, 0, 0}, {"chuyến bay", NULL, 0, 0},
	{"tàu", NULL, 0, 0}, {"tòa nhà", NULL, 0, 0}, {"tòa", NULL, 0, 0}, {"block", NULL, 0, 0},
	{"đơn nguyên", NULL, 0, 0}, {"áo số", NULL, 0, 0}, 
	{"cmnd", NULL, 0, 0}, {"cccd", NULL, 0, 0}, {"isbn", NULL, 0, 0}, {"mức độ", NULL, 0, 0},
	{"cấp độ", NULL, 0, 0}, {"cao tốc", NULL, 0, 0}, {"km", NULL, 0, 0}, {"trang báo", NULL, 0, 0},
	{"chi nhánh", NULL, 0, 0}, {"chi bộ", NULL, 0, 0}, {"cơ sở", NULL, 0, 0}, {"euro", NULL, 0, 0},
	{"f", NULL, 0, 0}, {"u", NULL, 0, 0}, {"phân khu", NULL, 0, 0}, {"liên khu", NULL, 0, 0}, {"trại", NULL, 0, 0},
	{"tháp", NULL, 0, 0}, {"thế chiến", NULL, LABEL_SPELLED, 0}, {"chiến tranh thế giới", NULL, LABEL_SPELLED, 0},
	{"kịch bản", NULL, 0, 0}, {"phương án", NULL, 0, 0}, {"vị trí số", NULL, 0, 0}, {"hội đồng", NULL, 0, 0},
	{"học kỳ", NULL, LABEL_SPELLED, LEX_STRONG}, {"kì", NULL, 0, 0}, {"học kì", NULL, LABEL_SPELLED, 0}, {"bước", NULL, 0, 0},
	{"trường hợp số", NULL, 0, 0}, {"giường", NULL, 0, 0}, {"máy", NULL, 0, 0}, {"tổ máy", NULL, 0, 0},
	{"tổ máy số", NULL, 0, 0}, {"world cup", NULL, LABEL_RANK, 0}, {"a", NULL, LABEL_CAPITALS, 0}, {"chung cư", NULL, 0, 0},
	{"vinaphone", NULL, 0, 0}, {"bộ", NULL, LABEL_SPELLED, 0}, {"ngã", NULL, LABEL_SPELLED, 0}, {"bệnh nhân thứ", NULL, LABEL_RANK, 0},
	{"tuần thai", NULL, 0, 0}, {"dòng", NULL, 0, 0}, {"liên đoàn", NULL, 0, 0}, {"model", NULL, 0, 0},
	{"đời", NULL, 0, 0},
	{"quân y", NULL, 0, LEX_STRONG}, {"công diễn", NULL, 0, 0}, {"bán kết", NULL, 0, 0}, {"tứ kết", NULL, 0, 0}, {"hố", NULL, 0, 0},
	{"ngã ba", NULL, 0, 0}, {"ngã tư", NULL, 0, 0}, {"mẫu số", NULL, 0, LEX_STRONG}, {"trung ương", NULL, LABEL_CAPITALS, LEX_STRONG}, {"tk", NULL, LABEL_GROUPS, 0},
	{"stk", NULL, LABEL_GROUPS, 0}, {"tài khoản", NULL, LABEL_GROUPS, 0}, {"số tài khoản", NULL, LABEL_GROUPS, 0}, {"số tk", NULL, LABEL_GROUPS, 0}, {"account number", NULL, LABEL_GROUPS, 0},
	{"á khôi", NULL, 0, LEX_STRONG}, {"bậc", NULL, 0, 0}, {"bậc thợ", NULL, 0, 0}, {"trình độ văn hóa", NULL, 0, 0}, {"SPF", NULL, 0, 0}, {"mầm non", NULL, 0, 0}, {"mã vùng", NULL, 0, 0},
	{"mã vùng mới", NULL, 0, 0}, {"phật lịch", NULL, 0, 0}, {"giao lộ", NULL, 0, 0}, {"giả thiết", NULL, 0, 0},
	{"đòn", NULL, LABEL_SPELLED, 0}, {"thi vào", NULL, 0, 0}, {"cụm", NULL, 0, 0}, {"tuần tra đặc biệt", NULL, 0, 0}, {"triệu tập", NULL, LABEL_NONE, 0}, {"luyện tập", NULL, LABEL_NONE, 0}, {"sưu tập", NULL, LABEL_NONE, 0}, {"thực tập", NULL, LABEL_NONE, 0}, {"học tập", NULL, LABEL_NONE, 0}, {"bài tập", NULL, LABEL_NONE, 0}, {"cấu hình", NULL, LABEL_NONE, 0}, {"màn hình", NULL, LABEL_NONE, 0}, {"mô hình", NULL, LABEL_NONE, 0},
	{"truyền hình", NULL, LABEL_NONE, 0}, {"loại hình", NULL, LABEL_NONE, 0}, {"địa hình", NULL, LABEL_NONE, 0}, {"án hình", NULL, LABEL_NONE, 0},
	{"khoảnh", NULL, 0, 0}, {"trang tin", NULL, 0, 0}, {"QL", NULL, 0, LEX_STRONG}, {"TL", NULL, 0, 0}, {"BV", NULL, 0, 0}, {"cơ điện tử", NULL, 0, 0}, {"lục quân", NULL, 0, 0}, {"tiểu khu", NULL, 0, 0}, {"ngoại ngữ", NULL, 0, 0}, {"báo động", NULL, 0, 0},
	{"buýt", NULL, 0, 0}, {"xe buýt", NULL, 0, 0}, {"đốt", NULL, 0, 0}, {"đốt sống", NULL, 0, 0},
	{"liệt dây", NULL, 0, 0}, {"dây thần kinh", NULL, 0, 0}, {"gói bảo hiểm", NULL, 0, 0}, {"mệnh lệnh", NULL, 0, 0},
	{"tác chiến", NULL, 0, 0}, {"ban chỉ đạo", NULL, 0, 0}, {"nội tổng quát", NULL, 0, 0}, {"hồi sức tích cực", NULL, 0, 0},
	{"hương lộ", NULL, 0, 0}, {"phim truyện", NULL, 0, 0}, {"tham gia ủng hộ", NULL, 0, 0},
	{"địa chỉ số", NULL, 0, 0}, {"đường ĐT", NULL, 0, 0}, {"đường tỉnh", NULL, 0, 0}, {"đường trên cao", NULL, 0, 0}, {"tổng đài", NULL, 0, 0}, {"phím", NULL, 0, 0}, {"nghị quyết trung ương", NULL, 0, LEX_STRONG}, {"hội nghị trung ương", NULL, 0, LEX_STRONG}, {"phi đội", NULL, 0, 0}, {"phi đội bay", NULL, 0, 0},
	{"máy lẻ", NULL, 0, 0}, {"số máy lẻ", NULL, 0, 0}, {"cảnh sát", NULL, LABEL_HELP, LEX_STRONG}, {"cứu hỏa", NULL, LABEL_HELP, LEX_STRONG},
	{"lực lượng", NULL, LABEL_HELP, LEX_STRONG}, {"cứu thương", NULL, LABEL_HELP, LEX_STRONG}, {"công an", NULL, LABEL_HELP, LEX_STRONG},
	{"cột mốc", NULL, 0, 0}, {"cột mốc chủ quyền", NULL, 0, 0}, {"ngũ quý", NULL, 0, 0}, {"tứ quý", NULL, 0, 0}, {"tam hoa", NULL, 0, 0},
	{"quán bar", NULL, 0, 0}, {"kỳ quay", NULL, 0, 0}, {"P", NULL, LABEL_CAPITALS, 0}, {"biển", NULL, 0, 0}, {"ô", NULL, 0, 0}, {"bỏng độ", NULL, 0, 0},
	{"suy tim độ", NULL, 0, 0}, {"xơ hóa độ", NULL, 0, 0}, {"huyết áp độ", NULL, 0, 0}, {"nặng độ", NULL, 0, 0},
	{"thoái hóa độ", NULL, 0, 0}, {"suy thận độ", NULL, 0, 0}, {"trĩ độ", NULL, 0, 0}, {"chấn thương độ", NULL, 0, 0},
};

/* Behind a number word that counts nothing. */
static const struct lex_entry labels_after[] = {
	{"bên", NULL, 0, 0}, {"mẹ", NULL, 0, 0}, {"má", NULL, 0, 0}, {"phía", NULL, 0, 0}, {"lòng", NULL, 0, 0},
	{"phải", NULL, 0, 0}, {"nghĩa", NULL, 0, 0}, {"vợ chồng", NULL, 0, 0}, {"tốt", NULL, 0, 0},
	{"giỏi", NULL, 0, 0}, {"học", NULL, 0, 0}, {"tôi", NULL, 0, 0}, {"lê", NULL, 0, 0}, {"pro", NULL, AFTER_MODEL, 0}, {"plus", NULL, AFTER_MODEL, 0},
	{"max", NULL, AFTER_MODEL, 0}, {"ultra", NULL, AFTER_MODEL, 0}, {"mini", NULL, AFTER_MODEL, 0}, {"lite", NULL, AFTER_MODEL, 0}, {"series", NULL, AFTER_MODEL, 0},
	{"elite", NULL, AFTER_MODEL, 0}, {"gen", NULL, AFTER_MODEL, 0}, {"chỉ", NULL, 0, 0}, {"chắn", NULL, 0, 0}, {"muồi", NULL, 0, 0},
	{"chuyện", NULL, 0, 0}, {"nhăng", NULL, 0, 0}, {"cuộc đời", NULL, 0, 0}, {"rọi", NULL, 0, 0},
	{"lô", NULL, 0, 0}, {"sinh", NULL, 0, 0}, {"ngày càng", NULL, 0, 0}, {"ngày nào", NULL, 0, 0}, {"giờ học", NULL, 0, 0}, {"năm nào", NULL, 0, 0}, {"năm mới", NULL, 0, 0}, {"ngày mới", NULL, 0, 0}, {"ngày kia", NULL, 0, 0}, {"tháng nào", NULL, 0, 0}, {"tuần nào", NULL, 0, 0}, {"phút nào", NULL, 0, 0},
};

static const struct lex_entry money_words[] = {
	{"đồng", NULL, 0, 0}, {"vốn", NULL, 0, 0}, {"giá", NULL, 0, 0}, {"ngân sách", NULL, 0, 0},
	{"doanh thu", NULL, 0, 0}, {"lợi nhuận", NULL, 0, 0}, {"nợ", NULL, 0, 0}, {"lương", NULL, 0, 0},
	{"tiền", NULL, 0, 0}, {"thu nhập", NULL, 0, 0}, {"chi phí", NULL, 0, 0}, {"kinh phí", NULL, 0, 0},
	{"học phí", NULL, 0, 0}, {"phí", NULL, 0, 0}, {"thuế", NULL, 0, 0}, {"lãi", NULL, 0, 0}, {"lỗ", NULL, 0, 0},
	{"tín dụng", NULL, 0, 0}, {"dư nợ", NULL, 0, 0}, {"thưởng", NULL, 0, 0}, {"phạt", NULL, 0, 0},
	{"tài sản", NULL, 0, 0}, {"trị giá", NULL, 0, 0}, {"đầu tư", NULL, 0, 0}, {"bồi thường", NULL, 0, 0},
	{"viện trợ", NULL, 0, 0}, {"quỹ", NULL, 0, 0}, {"thanh khoản", NULL, 0, 0}, {"vay", NULL, 0, 0},
	{"ủng hộ", NULL, 0, 0}, {"chi", NULL, 0, 0}, {"vnđ", NULL, 0, 0}, {"tiền mặt", NULL, 0, 0},
	{"cát-xê", NULL, 0, 0}, {"số thu", NULL, 0, 0}, {"số chi", NULL, 0, 0}, {"thất thoát", NULL, 0, 0},
	{"thiệt hại", NULL, 0, 0}, {"chuyển khoản", NULL, 0, 0}, {"thanh toán", NULL, 0, 0},
	{"trúng thầu", NULL, 0, 0}, {"thu về", NULL, 0, 0}, {"kim ngạch", NULL, 0, 0}, {"kiếm", NULL, 0, 0},
	{"tiết kiệm", NULL, 0, 0}, {"chiều mua", NULL, 0, 0}, {"chiều bán", NULL, 0, 0}, {"trợ cấp", NULL, 0, 0}, {"mức hưởng", NULL, 0, 0}, {"học bổng", NULL, 0, 0}, {"tài trợ", NULL, 0, 0},
	{"đóng góp", NULL, 0, 0}, {"quyên góp", NULL, 0, 0}, {"mua", NULL, 0, 0}, {"bán", NULL, 0, 0}, {"trả", NULL, 0, 0}, {"tốn", NULL, 0, 0},
	{"cọc", NULL, 0, 0}, {"cho vay", NULL, 0, 0}, {"gói thầu", NULL, 0, 0},
};

static const struct lex_entry score_words[] = {
	{"thắng", NULL, 0, 0}, {"thua", NULL, 0, 0}, {"hòa", NULL, 0, 0}, {"tỷ số", NULL, 0, 0}, {"tỉ số", NULL, 0, 0},
	{"chiến thắng", NULL, 0, 0}, {"thất bại", NULL, 0, 0}, {"dẫn", NULL, 0, 0}, {"dẫn trước", NULL, 0, 0},
	{"đánh bại", NULL, 0, 0}, {"gỡ", NULL, 0, 0}, {"gỡ hòa", NULL, 0, 0}, {"vượt qua", NULL, 0, 0},
	{"nâng tỷ số", NULL, 0, 0}, {"nâng tỉ số", NULL, 0, 0}, {"rút ngắn", NULL, 0, 0}, {"cách biệt", NULL, 0, 0}, {"kết quả", NULL, 0, 0},
	{"chung cuộc", NULL, 0, 0}, {"hạ", NULL, 0, 0}, {"ấn định", NULL, 0, 0}, {"trận", NULL, 0, 0},
	{"hiệp", NULL, 0, 0}, {"bàn thắng", NULL, 0, 0}, {"ghi bàn", NULL, 0, 0}, {"lượt đi", NULL, 0, 0},
	{"lượt về", NULL, 0, 0}, {"đại thắng", NULL, 0, 0}, {"thắng lợi", NULL, 0, 0}, {"thảm bại", NULL, 0, 0},
	{"luân lưu", NULL, 0, 0}, {"set", NULL, 0, 0}, {"ván", NULL, 0, 0}, {"đội", NULL, 0, 0}, {"HLV", NULL, 0, 0},
	{"cách biệt", NULL, 0, 0}, {"sân", NULL, 0, 0}, {"bại", NULL, 0, 0}, {"cầu thủ", NULL, 0, 0},
	{"phút", NULL, 0, 0}, {"khung thành", NULL, 0, 0}, {"game", NULL, 0, 0}, {"lợi thế", NULL, 0, 0}, {"ngược dòng", NULL, 0, 0}, {"penalty", NULL, 0, 0},
	{"CLB", NULL, 0, 0}, {"vòng loại", NULL, 0, 0}, {"đè bẹp", NULL, 0, 0}, {"cầm hòa", NULL, 0, 0},
};

/* Right before a bare 26-9 or 26/9 (or right behind it) that is a date, not a ratio. */
static const struct lex_entry date_before[] = {
	{"lễ", NULL, 0, 0}, {"dịp", NULL, 0, 0}, {"dịp lễ", NULL, 0, 0}, {"nghỉ lễ", NULL, 0, 0},
	{"kỷ niệm", NULL, 0, 0}, {"vào", NULL, 0, 0}, {"từ", NULL, 0, 0}, {"đến", NULL, 0, 0}, {"tới", NULL, 0, 0},
	{"hôm", NULL, 0, 0}, {"trước", NULL, 0, 0}, {"sau", NULL, 0, 0}, {"kể từ", NULL, 0, 0},
	{"tính đến", NULL, 0, 0}, {"hết", NULL, 0, 0}, {"quốc khánh", NULL, 0, 0}, {"giải phóng", NULL, 0, 0},
	{"quốc tế lao động", NULL, 0, 0}, {"quốc tế phụ nữ", NULL, 0, 0}, {"phụ nữ việt nam", NULL, 0, 0},
	{"nhà giáo việt nam", NULL, 0, 0}, {"ngày lễ", NULL, 0, 0}, {"kỳ nghỉ", NULL, 0, 0},
	{"tết dương lịch", NULL, 0, 0}, {"thương binh - liệt sĩ", NULL, 0, 0}, {"thương binh liệt sĩ", NULL, 0, 0},
	{"vào ngày", NULL, 0, 0}, {"trong ngày", NULL, 0, 0}, {"đại lễ", NULL, 0, 0}, {"nghỉ", NULL, 0, 0},
	{"quốc tế thiếu nhi", NULL, 0, 0}, {"báo chí cách mạng việt nam", NULL, 0, 0}, {"sinh nhật", NULL, 0, 0},
	{"quốc tế hạnh phúc", NULL, 0, 0}, {"thống nhất đất nước", NULL, 0, 0}, {"ngày", NULL, 0, 0},
	{"sinh", NULL, 0, 0}, {"đợt", NULL, 0, 0}, {"đầu tuần", NULL, 0, 0}, {"cuối tuần", NULL, 0, 0}, {"phiên", NULL, 0, 0}, {"phiên giao dịch", NULL, 0, 0},
	{"vụ", NULL, 0, 0}, {"khủng bố", NULL, 0, 0}, {"sự kiện", NULL, DATE_BEFORE_POINT, 0}, {"hiệu lực từ", NULL, DATE_BEFORE_POINT, 0},
	{"từ nay đến", NULL, DATE_BEFORE_POINT, 0}, {"cập nhật đến", NULL, DATE_BEFORE_POINT, 0}, {"hạn chót", NULL, DATE_BEFORE_POINT, 0}, {"bầu cử", NULL, 0, 0}, {"hạn nộp hồ sơ", NULL, 0, 0}, {"hạn đăng ký", NULL, 0, 0}, {"hạn nộp", NULL, 0, 0},
	{"thời hạn", NULL, 0, 0}, {"hạn cuối", NULL, 0, 0}, {"khai giảng", NULL, 0, 0}, {"khởi hành", NULL, 0, 0}, {"khai mạc", NULL, 0, 0},
};

static const struct lex_entry future_words[] = {
	{"sẽ", NULL, 1, 0}, {"sắp", NULL, 1, 0}, {"dự kiến", NULL, 1, 0}, {"sắp tới", NULL, 1, 0},
	{"tới đây", NULL, 1, 0}, {"chuẩn bị", NULL, 1, 0}, {"vừa", NULL, -1, 0}, {"đã", NULL, -1, 0},
	{"vừa qua", NULL, -1, 0}, {"vừa rồi", NULL, -1, 0},
};

static const struct lex_entry abbreviations[] = {
	{"TP", NULL, 0, 0}, {"Tp", NULL, 0, 0}, {"TX", NULL, 0, 0}, {"TT", NULL, 0, 0}, {"ThS", NULL, 0, 0},
	{"TS", NULL, 0, 0}, {"PGS", NULL, 0, 0}, {"GS", NULL, 0, 0}, {"BS", NULL, 0, 0}, {"LS", NULL, 0, 0},
	{"KTS", NULL, 0, 0}, {"Mr", NULL, 0, 0}, {"Dr", NULL, 0, 0}, {"Ths", NULL, 0, 0}, {"St", NULL, 0, 0},
	{"Bs", NULL, 0, 0}, {"vs", NULL, 0, 0}, {"No", NULL, 0, 0}, {"tr", NULL, 0, 0}, {"Cty", NULL, 0, 0},
	{"CN", NULL, 0, 0}, {"NSƯT", NULL, 0, 0}, {"NSND", NULL, 0, 0}, {"ĐT", NULL, 0, 0}, {"SĐT", NULL, 0, 0},
	{"Tel", NULL, 0, 0}, {"vol", NULL, 0, 0}, {"Vol", NULL, 0, 0},
};

/* Denominators of more than one word, or that are no units. */
static const struct lex_entry denominators[] = {
	{"người", NULL, 0, 0}, {"năm học", NULL, 0, 0}, {"cổ phiếu", NULL, 0, 0}, {"cổ phần", NULL, 0, 0},
	{"học sinh", NULL, 0, 0}, {"sinh viên", NULL, 0, 0}, {"lượt", NULL, 0, 0}, {"bộ", NULL, 0, 0},
	{"thùng", NULL, 0, 0}, {"ounce", NULL, 0, 0}, {"đêm", NULL, 0, 0}, {"suất", NULL, 0, 0}, {"vé", NULL, 0, 0},
	{"cp", NULL, 0, 0}, {"trường hợp", NULL, 0, 0}, {"lượng", NULL, 0, 0}, {"chỉ", NULL, 0, 0},
	{"hộ gia đình", NULL, 0, 0}, {"hộ", NULL, 0, 0}, {"tín chỉ", NULL, 0, 0}, {"học kỳ", NULL, 0, 0},
	{"hành khách", NULL, 0, 0}, {"ngày đêm", NULL, 0, 0}, {"lần", NULL, 0, 0}, {"căn hộ", NULL, 0, 0},
	{"tấn", NULL, 0, 0}, {"bình", NULL, 0, 0}, {"ca", NULL, 0, 0}, {"cây", NULL, 0, 0}, {"đầu người", NULL, 0, 0},
	{"khẩu", NULL, 0, 0}, {"hồ sơ", NULL, 0, 0}, {"kiện", NULL, 0, 0}, {"chuyến", NULL, 0, 0},
	{"buổi", NULL, 0, 0}, {"bữa", NULL, 0, 0}, {"xe", NULL, 0, 0}, {"con", NULL, 0, 0}, {"kg lúa", NULL, 0, 0},
	{"đầu sách", NULL, 0, 0}, {"quả", NULL, 0, 0}, {"mét tới", NULL, 0, 0}, {"giao dịch", NULL, 0, 0}, {"giờ học", NULL, 0, 0}, {"phút", NULL, 0, 0},
};

static const struct lex_entry same_periods[] = {{"cùng kỳ", NULL, 0, 0}, {"cùng kì", NULL, 0, 0}};

/* "thế hệ trẻ hôm nay", "cho đến ngày hôm nay": our times, no day. */
static const struct lex_entry not_today[] = {
	{"thế hệ trẻ", NULL, 0, 0}, {"giới trẻ", NULL, 0, 0}, {"cuộc sống", NULL, 0, 0}, {"xã hội", NULL, 0, 0},
	{"đất nước", NULL, 0, 0}, {"thế giới", NULL, 0, 0}, {"con người", NULL, 0, 0}, {"đến", NULL, OUR_TIMES_LONG, 0},
	{"cho đến", NULL, OUR_TIMES_LONG, 0}, {"đến tận", NULL, OUR_TIMES_LONG, 0}, {"tới tận", NULL, OUR_TIMES_LONG, 0}, {"tới", NULL, OUR_TIMES_LONG, 0}, {"được như", NULL, 0, 0}, {"mến như", NULL, 0, 0},
	{"vị trí", NULL, 0, 0}, {"thành công như", NULL, 0, 0},
	/* mấy hôm nay, bữa hôm qua: whatever the day */
	{"mấy", NULL, ANY_DAY, 0}, {"bữa", NULL, ANY_DAY, 0}, {"một", NULL, ANY_DAY, 0},
};

static const struct lex_entry clock_before[] = {
	{"lúc", NULL, CLOCK_TIME, 0}, {"vào lúc", NULL, CLOCK_TIME, 0}, {"hồi", NULL, CLOCK_TIME, 0}, {"vào hồi", NULL, CLOCK_TIME, 0},
	{"lúc khoảng", NULL, CLOCK_TIME, 0}, {"vào khoảng", NULL, CLOCK_TIME, 0}, {"khung giờ", NULL, CLOCK_TIME, 0}, {"trước", NULL, CLOCK_TIME, 0},
	{"lúc gần", NULL, CLOCK_TIME, 0}, {"lúc hơn", NULL, CLOCK_TIME, 0}, {"trong", NULL, CLOCK_LENGTH, 0}, {"suốt", NULL, CLOCK_LENGTH_VAGUE, 0}, {"tốn", NULL, CLOCK_LENGTH_VAGUE, 0}, {"pace", NULL, CLOCK_LENGTH, 0}, {"khung hình", NULL, CLOCK_LENGTH, 0}, {"tỷ lệ", NULL, CLOCK_LENGTH, 0}, {"tỉ lệ", NULL, CLOCK_LENGTH, 0}, {"liên tục", NULL, CLOCK_LENGTH, LEX_STRONG}, {"liên tiếp", NULL, CLOCK_LENGTH, LEX_STRONG},
	{"liền", NULL, CLOCK_LENGTH, LEX_STRONG}, {"sub", NULL, CLOCK_LENGTH, 0},
	{"mất", NULL, CLOCK_LENGTH, 0}, {"kéo dài", NULL, CLOCK_LENGTH_VAGUE, 0}, {"hơn", NULL, CLOCK_LENGTH, 0}, {"gần", NULL, CLOCK_LENGTH, 0},
	{"trong vòng", NULL, CLOCK_LENGTH, 0}, {"sau", NULL, CLOCK_LENGTH_SPELLED, 0}, {"chỉ sau", NULL, CLOCK_LENGTH, 0}, {"thời gian", NULL, CLOCK_LENGTH, 0}, {"mỗi", NULL, CLOCK_LENGTH, 0},
	{"làm việc", NULL, CLOCK_LENGTH, 0}, {"trong khoảng", NULL, CLOCK_LENGTH, 0}, {"từ khoảng", NULL, CLOCK_TIME, 0}, {"đến khoảng", NULL, CLOCK_TIME, 0}, {"tiếng", NULL, CLOCK_LENGTH, 0}, {"khoảng", NULL, CLOCK_LENGTH, 0},
	{"mỗi ngày", NULL, CLOCK_LENGTH, 0}, {"đủ", NULL, CLOCK_LENGTH, 0}, {"lên tới", NULL, CLOCK_LENGTH_VAGUE, 0}, {"lên đến", NULL, CLOCK_LENGTH_VAGUE, 0},
	{"chỉ còn", NULL, CLOCK_LENGTH, 0}, {"cách nhau", NULL, CLOCK_LENGTH, 0},
};

static const struct lex_entry few[] = {
	{"vài", NULL, 0, 0}, {"dăm", NULL, 0, 0}, {"mấy", NULL, 0, 0}, {"đôi", NULL, 0, 0},
};

static const struct lex_entry years_before[] = {
	{"nhiêu", NULL, 0, 0}, {"nhiều", NULL, 0, 0}, {"những", NULL, 0, 0}, {"lâu", NULL, 0, 0}, {"bấy", NULL, 0, 0},
	{"quanh", NULL, 0, 0}, {"suốt", NULL, 0, 0}, {"hết", NULL, 0, 0}, {"dòng", NULL, YEARS_MONTHS, 0},
	{"cùng", NULL, YEARS_MONTHS_ONLY, 0}, {"theo", NULL, YEARS_MONTHS_ONLY, 0}, {"qua", NULL, YEARS_MONTHS_ONLY, 0},
};

static const struct lex_entry rests[] = {
	{"dựa", NULL, 0, 0}, {"đi", NULL, 0, 0}, {"ngồi", NULL, 0, 0}, {"nằm", NULL, 0, 0}, {"đứng", NULL, 0, 0},
	{"đặt", NULL, 0, 0}, {"chạy", NULL, 0, 0}, {"dán", NULL, 0, 0}, {"phổ biến", NULL, 0, 0},
	{"nghiên cứu", NULL, 0, 0}, {"thử nghiệm", NULL, 0, 0}, {"khảo sát", NULL, 0, 0}, {"được thực hiện", NULL, 0, 0},
};

/* so với 2019, mùa 2020, hạn 2030: a year, if nothing is counted behind it; đời 2009, whatever follows. */
static const struct lex_entry year_before[] = {
	{"với", NULL, 0, 0}, {"cho", NULL, 0, 0}, {"sinh", NULL, 0, 0}, {"hè", NULL, 0, 0}, {"mùa", NULL, 0, 0},
	{"xuân", NULL, 0, 0}, {"hạn", NULL, 0, 0}, {"giải", NULL, 0, 0}, {"kỳ", NULL, 0, 0}, {"bản", NULL, 0, 0},
	{"hệ", NULL, 0, 0}, {"khóa", NULL, 0, 0}, {"mới", NULL, 0, 0}, {"thời điểm", NULL, 0, 0},
	{"đời", NULL, YEAR_ALWAYS, 0}, {"năm mới", NULL, YEAR_ALWAYS, 0}, {"sau", NULL, YEAR_UNLESS_COUNTED, 0}, {"trước", NULL, YEAR_UNLESS_COUNTED, 0},
};

/* mấy năm nay, suốt tuần qua: no period that one could name. */
static const struct lex_entry some_before[] = {
	{"nhiều", NULL, 0, 0}, {"suốt", NULL, 0, 0}, {"mấy", NULL, 0, 0}, {"vài", NULL, 0, 0}, {"cả", NULL, 0, 0},
	{"bao", NULL, 0, 0}, {"nhiêu", NULL, 0, 0}, {"yêu", NULL, 0, 0}, {"trân", NULL, 0, 0}, {"đáng", NULL, 0, 0},
};

static const struct lex_entry contrasts[] = {
	{"trong đó", NULL, 0, 0}, {"chỉ có", NULL, 0, 0},
};

/* tăng thêm 5%, giảm khoảng 3%, tăng nhẹ lên mức 7%. */
static const struct lex_entry change_leads[] = {
	{"mức", NULL, 0, 0}, {"thêm", NULL, 0, 0}, {"khoảng", NULL, 0, 0}, {"đến", NULL, 0, 0},
	{"tới", NULL, 0, 0}, {"có", NULL, 0, 0},
};

/* "giảm nghèo đạt 5%", "tăng trưởng và 3%": not what the verb changes. */
static const struct lex_entry change_bars[] = {
	{"và", NULL, 0, 0}, {"đạt", NULL, 0, 0}, {"là", NULL, 0, 0}, {"với", NULL, 0, 0}, {"có", NULL, 0, 0},
	{"so", NULL, 0, 0}, {"ở", NULL, BAR_BUT_GOAL, 0}, {"tại", NULL, BAR_BUT_GOAL, 0}, {"về", NULL, 0, 0},
	{"sẽ", NULL, BAR_COMPARISON, 0}, {"được", NULL, BAR_COMPARISON, 0}, {"cho", NULL, BAR_BUT_GOAL, 0}, {"trong", NULL, BAR_BUT_GOAL, 0}, {"vì", NULL, 0, 0}, {"chạm", NULL, 0, 0},
};

/* tăng 5 triệu đồng (tương đương 4,13%). */
static const struct lex_entry same_amounts[] = {
	{"tương ứng", NULL, 0, 0}, {"tương đương", NULL, 0, 0}, {"ứng với", NULL, 0, 0},
	{"tương ứng với", NULL, 0, 0}, {"tương đương với", NULL, 0, 0}, {"với", NULL, 0, 0},
	{"khoảng", NULL, 0, 0},
};

/* lương tối thiểu, mức tối đa: nouns. */
static const struct lex_entry limits[] = {
	{"lương", NULL, 0, 0}, {"mức", NULL, 0, 0},
};

static const struct lex_entry angles[] = {
	{"góc", NULL, 0, 0}, {"nghiêng", NULL, 0, 0}, {"xoay", NULL, 0, 0}, {"quay", NULL, 0, 0},
	{"dốc", NULL, 0, 0}, {"vẹo", NULL, 0, 0}, {"gập", NULL, 0, 0}, {"duỗi", NULL, 0, 0}, {"lệch", NULL, 0, 0},
	{"cúi", NULL, 0, 0},
	{"vĩ", NULL, ANGLE_BEHIND, 0}, {"kinh", NULL, ANGLE_BEHIND, 0},
};

static const struct lex_entry winds[] = {
	{"gió", NULL, 0, 0}, {"giật", NULL, 0, 0}, {"bão", NULL, 0, 0}, {"sóng", NULL, 0, 0}, {"tâm", NULL, 0, 0},
	{"áp", NULL, 0, 0},
};

static const struct lex_entry streets[] = {
	{"đường", NULL, 0, 0}, {"phố", NULL, 0, 0}, {"ngõ", NULL, 0, 0}, {"hẻm", NULL, 0, 0},
	{"ngách", NULL, 0, 0}, {"kiệt", NULL, 0, 0}, {"đại lộ", NULL, 0, 0}, {"Hàng", NULL, 0, LEX_CASED}, /* Hàng Bạc */
};

static const struct lex_entry places[] = {
	{"xã", NULL, 0, 0}, {"phường", NULL, 0, 0}, {"quận", NULL, 0, 0}, {"huyện", NULL, 0, 0},
	{"thị xã", NULL, 0, 0}, {"thị trấn", NULL, 0, 0}, {"thành phố", NULL, 0, 0}, {"tỉnh", NULL, 0, 0},
	{"thành", NULL, 0, 0}, {"quốc gia", NULL, 0, 0}, {"vùng lãnh thổ", NULL, 0, 0}, {"lãnh thổ", NULL, 0, 0},
};

/* ở 43 Hai Bà Trưng; địa chỉ: 43 Hai Bà Trưng is seen by its mark. */
static const struct lex_entry addresses[] = {
	{"ở", NULL, 0, 0}, {"tại", NULL, 0, 0}, {"địa chỉ", NULL, 0, 0}, {"số", NULL, 0, 0},
	{"trụ sở", NULL, 0, 0}, {"văn phòng", NULL, 0, 0}, {"ngụ", NULL, 0, 0}, {"nhà", NULL, 0, 0},
};

/* 43 Nguyễn Chí Thanh: the number of a house, for nobody counts a name. */
static const struct lex_entry surnames[] = {
	{"nguyễn", NULL, 0, 0}, {"trần", NULL, 0, 0}, {"lê", NULL, 0, 0}, {"phạm", NULL, 0, 0}, {"huỳnh", NULL, 0, 0},
	{"hoàng", NULL, 0, 0}, {"phan", NULL, 0, 0}, {"vũ", NULL, 0, 0}, {"võ", NULL, 0, 0}, {"đặng", NULL, 0, 0},
	{"bùi", NULL, 0, 0}, {"đỗ", NULL, 0, 0}, {"hồ", NULL, 0, 0}, {"ngô", NULL, 0, 0}, {"dương", NULL, 0, 0},
	{"lý", NULL, 0, 0}, {"trương", NULL, 0, 0}, {"đinh", NULL, 0, 0}, {"lâm", NULL, 0, 0}, {"tôn", NULL, 0, 0},
	{"phùng", NULL, 0, 0}, {"lương", NULL, 0, 0}, {"cao", NULL, 0, 0},
};

static const struct lex_entry phones[] = {
	{"điện thoại", NULL, 0, 0}, {"ĐT", NULL, 0, LEX_CASED}, {"SĐT", NULL, 0, 0}, {"đtdđ", NULL, 0, 0},
	{"tel", NULL, 0, 0}, {"phone", NULL, 0, 0}, {"hotline", NULL, 0, 0}, {"fax", NULL, 0, 0},
	{"đường dây nóng", NULL, 0, 0}, {"zalo", NULL, 0, 0}, {"số máy", NULL, 0, 0},
	{"di động", NULL, 0, 0}, {"gọi đến số", NULL, 0, 0}, {"gọi số", NULL, 0, 0}, {"liên hệ số", NULL, 0, 0},
};

static const struct lex_entry institutions[] = {
	{"bệnh viện", NULL, 0, 0}, {"BV", NULL, 0, 0}, {"đại học", NULL, 0, 0}, {"ĐH", NULL, 0, 0},
	{"trường đại học", NULL, 0, 0}, {"trường", NULL, 0, 0}, {"trường THPT", NULL, 0, 0}, {"THPT", NULL, 0, 0},
	{"THCS", NULL, 0, 0}, {"trường THCS", NULL, 0, 0}, {"tiểu học", NULL, 0, 0}, {"trường tiểu học", NULL, 0, 0},
	{"mầm non", NULL, 0, 0}, {"trường mầm non", NULL, 0, 0}, {"mẫu giáo", NULL, 0, 0}, {"công ty", NULL, 0, 0},
	{"cty", NULL, 0, 0}, {"nhà máy", NULL, 0, 0}, {"xí nghiệp", NULL, 0, 0}, {"trại giam", NULL, 0, 0},
	{"trung tâm", NULL, 0, 0}, {"viện", NULL, 0, 0}, {"phim", NULL, 0, 0}, {"bộ phim", NULL, 0, 0},
	{"khách sạn", NULL, 0, 0}, {"chung cư", NULL, 0, 0}, {"thủy điện", NULL, 0, 0}, {"nhiệt điện", NULL, 0, 0},
	{"nhà máy thủy điện", NULL, 0, 0}, {"nhà máy nhiệt điện", NULL, 0, 0}, {"khu công nghiệp", NULL, 0, 0},
	{"KCN", NULL, 0, 0}, {"khu đô thị", NULL, 0, 0}, {"KĐT", NULL, 0, 0}, {"cầu", NULL, 0, 0}, {"cảng", NULL, 0, 0},
	{"chợ", NULL, 0, 0}, {"trạm", NULL, 0, 0}, {"mỏ", NULL, 0, 0}, {"công trình", NULL, 0, 0}, {"dự án", NULL, 0, 0},
	{"khoa", NULL, 0, 0},
};

static const struct lex_table tables[] = {
	LEX_TABLE(LEX_FEW, "few", "usage of the press", few),
	LEX_TABLE(LEX_YEARS_BEFORE, "years-word", "usage of the press", years_before),
	LEX_TABLE(LEX_RESTS, "rest-verb", "usage of the press", rests),
	LEX_TABLE(LEX_CHANGE, "change", "usage of the press", changes),
	LEX_TABLE(LEX_DOC, "document", "Law 80/2015/QH13, art. 4; Decree 30/2020/NĐ-CP, art. 7", documents),
	LEX_TABLE(LEX_DOC_PART, "document-part", "Decree 34/2016/NĐ-CP, art. 62", document_parts),
	LEX_TABLE(LEX_LABEL, "label", "usage of the press", labels),
	LEX_TABLE(LEX_LABEL_AFTER, "not-counted", "usage of the press", labels_after),
	LEX_TABLE(LEX_MONEY_WORD, "money-word", "usage of the press", money_words),
	LEX_TABLE(LEX_SCORE, "score-word", "usage of the press", score_words),
	LEX_TABLE(LEX_DATE_BEFORE, "date-word", "usage of the press", date_before),
	LEX_TABLE(LEX_FUTURE, "tense", "usage of the press", future_words),
	LEX_TABLE(LEX_PER, "denominator", "usage of the press", denominators),
	LEX_TABLE(LEX_NOT_TODAY, "not-today", "usage of the press", not_today),
	LEX_TABLE(LEX_SAME, "same-period", "usage of the press", same_periods),
	LEX_TABLE(LEX_CLOCK_BEFORE, "clock-word", "usage of the press", clock_before),
	LEX_TABLE(LEX_YEAR_BEFORE, "before-year", "usage of the press", year_before),
	LEX_TABLE(LEX_SOME_BEFORE, "some", "usage of the press", some_before),
	LEX_TABLE(LEX_CONTRAST, "contrast", "usage of the press", contrasts),
	LEX_TABLE(LEX_CHANGE_LEAD, "change-lead", "usage of the press", change_leads),
	LEX_TABLE(LEX_CHANGE_BAR, "change-bar", "usage of the press", change_bars),
	LEX_TABLE(LEX_SAME_AMOUNT, "same-amount", "usage of the press", same_amounts),
	LEX_TABLE(LEX_LIMIT, "limit", "usage of the press", limits),
	LEX_TABLE(LEX_ANGLE, "angle", "usage of the press", angles),
	LEX_TABLE(LEX_WIND, "wind", "usage of the press", winds),
	LEX_TABLE(LEX_STREET, "street", "usage of the press", streets),
	LEX_TABLE(LEX_ADDRESS, "address", "usage of the press", addresses),
	LEX_TABLE(LEX_PLACE, "place", "Law 77/2015/QH13, art. 2", places),
	LEX_TABLE(LEX_SURNAME, "surname", "Lê Trung Hoa, Họ và tên người Việt Nam, 2005", surnames),
	LEX_TABLE(LEX_PHONE, "telephone", "usage of the press", phones),
	LEX_TABLE(LEX_INSTITUTION, "institution", "usage of the press", institutions),
	LEX_TABLE(LEX_ABBREVIATION, "abbreviation", "usage of the press", abbreviations),
};

const struct lex_table_list lex_contexts = {tables, sizeof tables / sizeof *tables};
