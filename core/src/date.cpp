#include "returnable/date.h"

namespace returnable {
namespace {

// The value of `count` ASCII digits; 0, which is no year of ours, no month and no day, where they are none.
int digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return 0;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void append_digits(std::string& out, unsigned value, unsigned width) {
    unsigned scale = 1;
    for (unsigned i = 1; i < width; ++i) scale *= 10;
    for (; scale > 0; scale /= 10) out += static_cast<char>('0' + value / scale % 10);
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const int y = digits(iso, 0, 4), m = digits(iso, 5, 2), d = digits(iso, 8, 2);
    const std::chrono::year_month_day day{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok()) return std::nullopt;
    const Date result{day};
    if (result < first_date || result > last_date) return std::nullopt;
    return result;
}

std::string format_date(Date date) {
    const std::chrono::year_month_day day{date};
    std::string out;
    out.reserve(10);
    append_digits(out, static_cast<unsigned>(static_cast<int>(day.year())), 4);
    out += '-';
    append_digits(out, static_cast<unsigned>(day.month()), 2);
    out += '-';
    append_digits(out, static_cast<unsigned>(day.day()), 2);
    return out;
}

}  // namespace returnable
