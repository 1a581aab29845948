// Any bytes as a date and a sum: what reads, writes back the same; what is added lies in the range or is refused.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "returnable/calendar.h"
#include "returnable/date.h"

using namespace returnable;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::string_view iso = text.substr(0, 10);
    const auto whole = parse_date(text);
    assert(!whole || size == 10);
    const auto start = parse_date(iso);
    if (!start) return 0;
    assert(*start >= first_date && *start <= last_date && format_date(*start) == iso);
    if (size < 19) return 0;
    long long length = 0;
    std::memcpy(&length, data + 10, 8);
    if (data[18] & 16) length %= 1000;
    const auto unit = static_cast<Unit>(data[18] & 3);
    const auto roll = static_cast<Roll>((data[18] >> 2 & 3) % 3);
    const auto end = add(*start, length, unit, mon_fri(), roll);
    if (!end) return 0;
    assert(length >= 0 && *end >= first_date && *end <= last_date);
    if (roll != Roll::preceding) assert(*end >= *start);
    if (roll != Roll::none || (unit == Unit::business_days && length > 0)) assert(is_business_day(mon_fri(), *end) == true);
    if (unit == Unit::calendar_days && roll == Roll::none) assert((*end - *start).count() == length);
    const auto further = add(*start, length + 1, unit, mon_fri(), roll);
    assert(!further || *further >= *end);
    return 0;
}
