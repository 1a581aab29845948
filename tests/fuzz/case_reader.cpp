// Any bytes as a case: a case, or faults that each have a code and say something.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "returnable/json.h"

using namespace returnable;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Library library = builtin_library();
    const auto order = read_case(library, {reinterpret_cast<const char*>(data), size});
    assert(order.value.has_value() == order.errors.empty());
    for (const auto& fault : order.errors) assert(!fault.code.empty() && !fault.message.empty());
    if (!order) return 0;
    assert(order.value->as_of >= first_date && order.value->as_of <= last_date);
    // A fact's name is held against the packs by check(): one without a name must not get past it.
    for (const auto& [name, value] : order.value->facts)
        if (name.empty()) assert(!check(library, *order.value));
    return 0;
}
