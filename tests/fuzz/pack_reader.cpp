// Any bytes as a pack: a fault or a pack that can be asked, and reading twice says the same.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "returnable/engine.h"
#include "returnable/json.h"

using namespace returnable;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    Library library;
    const auto checked = library.validate(text);
    const auto added = library.add_pack(text);
    assert(checked.size() == added.size());
    for (const auto& fault : added) assert(!fault.code.empty() && !fault.message.empty());
    assert(library.packs().size() == (added.empty() ? 1u : 0u));
    if (!added.empty()) return 0;
    // What was accepted must answer.
    const auto id = library.packs().front().id;
    Case order;
    order.as_of = *parse_date("2026-03-10");
    order.currency = "EUR";
    order.facts = {{"marketplace", id}, {"reason", "defective"}, {"category", "general"}, {"received_on", *parse_date("2026-03-02")}};
    const auto verdict = check(library, order);
    assert(verdict || !verdict.errors.empty());
    // A pack of the same id and period is a fault, and changes nothing.
    assert(!library.add_pack(text).empty() && library.packs().size() == 1);
    return 0;
}
