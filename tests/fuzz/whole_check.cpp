// Any bytes through every JSON door: never a crash, the same twice, dates in order, equal by the C++ door.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "returnable/json.h"

using namespace returnable;

namespace {

bool ordered(const std::optional<DateRange>& range) { return !range || !range->first || !range->last || *range->first <= *range->last; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Library library = builtin_library();
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto answer = check_json(library, text);
    assert(!answer.empty() && answer.front() == '{' && answer.back() == '}');
    const auto order = read_case(library, text);
    if (!order) {
        assert(answer.rfind("{\"errors\":[", 0) == 0);
        return 0;
    }
    const auto verdict = check(library, *order.value);
    const auto quick = quick_check(library, *order.value);
    assert(verdict.value.has_value() == quick.value.has_value());
    if (!verdict) {
        assert(!verdict.errors.empty());
        return 0;
    }
    assert(write_verdict(*verdict.value) == answer);
    assert(verdict.value->items.size() == quick.value->size());
    for (std::size_t i = 0; i < quick.value->size(); ++i) {
        const auto& item = verdict.value->items[i];
        assert(item.status == (*quick.value)[i].status);
        for (const auto& one : item.entitlements) {
            assert(ordered(one.opens) && ordered(one.act_by) && ordered(one.refund_by));
            for (const auto& step : one.steps) assert(ordered(step.opens) && ordered(step.act_by));
        }
    }
    if (size % 8 == 0) {
        assert(!compare_json(library, text).empty());
        assert(!sweep_json(library, text, "2026-03-01", "2026-03-04").empty());
    }
    return 0;
}
